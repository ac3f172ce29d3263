import { statement } from '../../store/statement.ts';
import { graphStatement } from '../base/graph-form.ts';
import { articleColumns, claimColumns } from '../base/model-rows.ts';
import { hasPlainId } from '../base/stored-ids.ts';
import type { WantedPatterns } from './wanted-words.ts';

/** Whether a value contains all that is wanted. */
const contains = (value: string): string =>
  `(${value} =~ $textPattern AND all(pattern IN $otherPatterns WHERE ${value} =~ pattern))`;

const example = {
  textPattern: '(?isu).*washington.*',
  otherPatterns: ['(?isu).*caracas.*'],
  phrasePattern: null,
  limit: 10,
};

export const quotesThatContain = graphStatement<
  WantedPatterns & { readonly types: readonly string[] | null; readonly limit: number }
>({
  name: 'search.quotes',
  cypher: (g) => `MATCH (s${g.label})-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND ${g.claimId('c')} IS NOT NULL AND ${contains('c.quote')}
  AND ($types IS NULL OR type(c) IN $types)
WITH s, c, t, CASE WHEN $phrasePattern IS NULL OR c.quote =~ $phrasePattern THEN 0 ELSE 1 END AS rank
RETURN ${claimColumns(g)}, rank
ORDER BY rank, claimId LIMIT $limit`,
  example: { ...example, types: null },
});

export const articlesThatContain = statement<WantedPatterns & { readonly limit: number }>({
  name: 'search.articles',
  cypher: `MATCH (a:Article)
WHERE ${hasPlainId('a')} AND (${contains('a.title')} OR ${contains('a.text')})
WITH a, CASE WHEN $phrasePattern IS NULL OR a.title =~ $phrasePattern OR a.text =~ $phrasePattern THEN 0 ELSE 1 END AS rank
RETURN ${articleColumns}, a.text AS text, rank
ORDER BY rank, id LIMIT $limit`,
  example,
});
