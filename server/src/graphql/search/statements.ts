import { statement } from '../../store/statement.ts';
import { graphStatement } from '../base/graph-form.ts';
import { articleColumns, claimColumns } from '../base/model-rows.ts';

export const quotesThatContain = graphStatement<{
  readonly textPattern: string;
  readonly types: readonly string[] | null;
  readonly limit: number;
}>({
  name: 'search.quotes',
  cypher: (g) => `MATCH (s${g.label})-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND ${g.claimId('c')} IS NOT NULL AND c.quote =~ $textPattern
  AND ($types IS NULL OR type(c) IN $types)
RETURN ${claimColumns(g)}
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
