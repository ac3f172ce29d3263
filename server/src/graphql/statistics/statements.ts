import { statement } from '../../store/statement.ts';
import { isClaim } from '../base/claim-filter.ts';

/** Each with its own statement: a store keeps some of these counts, and need not walk for them. */
export const entityTotal = statement({
  name: 'statistics.entities',
  cypher: `MATCH (n:Entity) RETURN count(n) AS count`,
  example: {},
});

export const sourceTotal = statement({
  name: 'statistics.sources',
  cypher: `MATCH (n:Source) RETURN count(n) AS count`,
  example: {},
});

export const articleTotal = statement({
  name: 'statistics.articles',
  cypher: `MATCH (n:Article) RETURN count(n) AS count`,
  example: {},
});

export const claimTotals = statement({
  name: 'statistics.claims',
  cypher: `MATCH (s:Entity)-[c]->(t:Entity) WHERE ${isClaim}
WITH s, type(c) AS type, t, count(c) AS claims
RETURN count(*) AS relations, sum(claims) AS claims`,
  example: {},
});
