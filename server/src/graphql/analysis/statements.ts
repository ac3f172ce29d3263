import { noFilter, passesFilter } from '../base/claim-filter.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';

/** Both ends of every claim that passes. */
const ends = (g: GraphForm): string => `MATCH (s${g.label})-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND ${passesFilter(g)}
UNWIND [${g.id('s')}, ${g.id('t')}] AS id`;

export const bestConnected = graphStatement({
  name: 'analysis.best-connected',
  cypher: (g) => `${ends(g)}
WITH id, count(*) AS claims
RETURN id, claims ORDER BY claims DESC, id LIMIT $limit`,
  example: { limit: 20, ...noFilter },
});

export const connectedTotal = graphStatement({
  name: 'analysis.connected-total',
  cypher: (g) => `${ends(g)}
RETURN count(DISTINCT id) AS count`,
  example: noFilter,
});
