import { noFilter, passesFilter } from './claim-filter.ts';
import { type GraphForm, graphStatement } from './graph-form.ts';
import { relationIdOf } from './relation-statements.ts';

/** The other ends of what passes, from a set of entities; those known already are among them. */
const step = (g: GraphForm): string => `UNWIND $ids AS id
${g.find('e', 'id')}
MATCH (e)-[c]-(o${g.label})
WHERE ${g.isClaim('e', 'c', 'o')} AND ${g.isEntity('o')}
WITH o, startNode(c) AS s, c, endNode(c) AS t
WHERE ${passesFilter(g)}`;

export const nextNeighbors = graphStatement({
  name: 'base.next-neighbors',
  cypher: (g) => `${step(g)}
WITH ${g.id('o')} AS neighbor, count(c) AS claims
RETURN neighbor, claims ORDER BY claims DESC, neighbor LIMIT $limit`,
  example: { ids: ['cia', 'venezuela'], limit: 20, ...noFilter },
});

export const nextNeighborTotal = graphStatement({
  name: 'base.next-neighbor-total',
  cypher: (g) => `${step(g)} AND NOT ${g.id('o')} IN $known
RETURN count(DISTINCT o) AS count`,
  example: { ids: ['cia'], known: ['cia', 'venezuela'], ...noFilter },
});

/** The parameters that name some entities for statements about what is among them. */
export function among(ids: readonly string[]) {
  return { ids: [...ids], among: Object.fromEntries(ids.map((id) => [id, true])) };
}

/** Looks ends up in a map `$among` of all ids: a list would be gone through for every claim. */
const within = (g: GraphForm): string => `UNWIND $ids AS id
${g.find('s', 'id')}
MATCH (s)-[c]->(t${g.label})
WHERE ${g.isClaim('s', 'c', 't')} AND $among[${g.id('t')}] IS NOT NULL
WITH s, type(c) AS type, t, count(c) AS claims, sum(CASE WHEN ${passesFilter(g)} THEN 1 ELSE 0 END) AS passing
WHERE passing > 0`;

export const relationsWithin = graphStatement({
  name: 'base.relations-within',
  cypher: (g) => `${within(g)}
RETURN ${relationIdOf(g)} AS relation, claims ORDER BY claims DESC, relation LIMIT $limit`,
  example: { ...among(['cia', 'venezuela', 'cia-annex-venezuela', 'united-states']), limit: 20, ...noFilter },
});

export const relationTotalWithin = graphStatement({
  name: 'base.relation-total-within',
  cypher: (g) => `${within(g)}
RETURN count(*) AS count`,
  example: { ...among(['cia', 'venezuela', 'cia-annex-venezuela']), ...noFilter },
});

export const growStatements = [nextNeighbors, nextNeighborTotal, relationsWithin, relationTotalWithin];
