import { noFilter, passesFilter } from '../base/claim-filter.ts';
import { graphStatement } from '../base/graph-form.ts';

/** Those with the most claims that pass. Looks at every claim once; a count of all would look at them again. */
export const bestConnected = graphStatement({
  name: 'analysis.best-connected',
  cypher: (g) => `MATCH (s${g.label})-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND ${passesFilter(g)}
UNWIND [${g.id('s')}, ${g.id('t')}] AS id
WITH id, count(*) AS claims
RETURN id, claims ORDER BY claims DESC, id LIMIT $limit`,
  example: { limit: 20, ...noFilter },
});
