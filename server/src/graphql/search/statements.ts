import { statement } from '../../store/statement.ts';
import { isClaim } from '../base/claim-filter.ts';
import { articleColumns, claimColumns } from '../base/model-rows.ts';

export const quotesThatContain = statement<{
  readonly textPattern: string;
  readonly types: readonly string[] | null;
  readonly limit: number;
}>({
  name: 'search.quotes',
  cypher: `MATCH (s:Entity)-[c]->(t:Entity)
WHERE ${isClaim} AND c.id IS NOT NULL AND c.quote =~ $textPattern
  AND ($types IS NULL OR type(c) IN $types)
RETURN ${claimColumns}
ORDER BY claimId LIMIT $limit`,
  example: { textPattern: '(?isu).*priority.*', types: null, limit: 10 },
});

export const articlesThatContain = statement({
  name: 'search.articles',
  cypher: `MATCH (a:Article)
WHERE a.id IS NOT NULL AND (a.title =~ $textPattern OR a.text =~ $textPattern)
RETURN ${articleColumns}, a.text AS text
ORDER BY id LIMIT $limit`,
  example: { textPattern: '(?isu).*caracas.*', limit: 10 },
});
