import { statement } from '../../store/statement.ts';
import { isClaim, noFilter, passesFilter } from '../base/claim-filter.ts';

/** The other ends of what passes, from a set of entities; those known already are among them. */
const step = `UNWIND $ids AS id
MATCH (e:Entity {id: id})-[c]-(o:Entity)
WHERE ${isClaim} AND o.id IS NOT NULL
WITH o, startNode(c) AS s, c, endNode(c) AS t
WHERE ${passesFilter}`;

export const nextNeighbors = statement({
  name: 'subgraph.next-neighbors',
  cypher: `${step}
WITH o.id AS neighbor, count(c) AS claims
RETURN neighbor, claims ORDER BY claims DESC, neighbor LIMIT $limit`,
  example: { ids: ['cia', 'venezuela'], limit: 20, ...noFilter },
});

export const nextNeighborTotal = statement({
  name: 'subgraph.next-neighbor-total',
  cypher: `${step} AND NOT o.id IN $known
RETURN count(DISTINCT o) AS count`,
  example: { ids: ['cia'], known: ['cia', 'venezuela'], ...noFilter },
});

const within = `UNWIND $ids AS id
MATCH (s:Entity {id: id})-[c]->(t:Entity)
WHERE ${isClaim} AND t.id IN $ids
WITH s, type(c) AS type, t, count(c) AS claims, sum(CASE WHEN ${passesFilter} THEN 1 ELSE 0 END) AS passing
WHERE passing > 0`;

export const relationsWithin = statement({
  name: 'subgraph.relations-within',
  cypher: `${within}
RETURN s.id + '~' + type + '~' + t.id AS relation, claims ORDER BY claims DESC, relation LIMIT $limit`,
  example: { ids: ['cia', 'venezuela', 'cia-annex-venezuela', 'united-states'], limit: 20, ...noFilter },
});

export const relationTotalWithin = statement({
  name: 'subgraph.relation-total-within',
  cypher: `${within}
RETURN count(*) AS count`,
  example: { ids: ['cia', 'venezuela', 'cia-annex-venezuela'], ...noFilter },
});
