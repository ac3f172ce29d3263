import { statement } from '../../store/statement.ts';
import { graphStatement } from '../base/graph-form.ts';
import { hasPlainId } from '../base/stored-ids.ts';

/** Each with its own statement: a store keeps some of these counts, and need not walk for them. */
export const entityTotal = graphStatement({
  name: 'statistics.entities',
  cypher: (g) => `${g.every('n')} RETURN count(n) AS count`,
  example: {},
});

export const sourceTotal = statement({
  name: 'statistics.sources',
  cypher: `MATCH (n:Source) RETURN count(n) AS count`,
  example: {},
});

export const articleTotal = statement({
  name: 'statistics.articles',
  cypher: `MATCH (n:Article) WHERE ${hasPlainId('n')} RETURN count(n) AS count`,
  example: {},
});

export const claimTotals = graphStatement({
  name: 'statistics.claims',
  cypher: (g) => `MATCH (s${g.label})-[c]->(t${g.label}) WHERE ${g.isClaim('s', 'c', 't')}
WITH s, type(c) AS type, t, count(c) AS claims
RETURN count(*) AS relations, sum(claims) AS claims`,
  example: {},
});
