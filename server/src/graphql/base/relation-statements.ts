import { exampleFacet, valuesOfClaim } from './claim-facets.ts';
import { noFilter, passesFilter, passesNeighborTypes } from './claim-filter.ts';
import { type GraphForm, graphStatement } from './graph-form.ts';
import { behindStart, inDirection, pageStart, PART_END } from './keyset.ts';
import { tallyBy } from './stored-facets.ts';

const inAskedDirection = (g: GraphForm): string =>
  g.filtered
    ? `
    AND ($direction = 'BOTH' OR type(c) IN $symmetric
      OR ($direction = 'OUT' AND startNode(c) = e)
      OR ($direction = 'IN' AND endNode(c) = e))`
    : '';

/** Every claim between the entity `e` of `p.id` and an other end `o` in the asked direction, with its ends `s` and `t`; the filter is still to come. */
export const claimsAround = (g: GraphForm): string => `${g.find('e', 'p.id')}
  MATCH (e)-[c]-(o${g.label})
  WHERE ${g.isClaim('e', 'c', 'o')}${inAskedDirection(g)}
    AND ${passesNeighborTypes(g)}
  WITH p, e, o, startNode(c) AS s, c, endNode(c) AS t`;

/** Every relation of the entity `p.id`, as ends `s` and `t`, other end `o`, type and number of claims. */
const relationsOfParent = (g: GraphForm): string => `${claimsAround(g)}
  WITH p, o, s, type(c) AS type, t, count(c) AS claims, sum(CASE WHEN ${passesFilter(g)} THEN 1 ELSE 0 END) AS passing
  WHERE passing > 0`;

/** `SOURCE~TYPE~TARGET`. */
export const relationIdOf = (g: GraphForm): string => `${g.id('s')} + '~' + type + '~' + ${g.id('t')}`;

const sortOfRelation = (g: GraphForm): string => `CASE WHEN $order = 'TYPE' THEN 0 ELSE -claims END AS n,
    CASE WHEN $order = 'TYPE' THEN type + '${PART_END}' + ${g.name('s')} + '${PART_END}' + ${g.name('t')} + '${PART_END}' ELSE '' END
      + ${relationIdOf(g)} AS k`;

const inScope = { direction: 'OUT', symmetric: ['MET'], ...noFilter };
const firstPage = { order: 'CLAIMS', forward: true, limit: 5 };
const parents = [pageStart('cia', null), pageStart('delcy-rodriguez', null)];

export const relationsOfEntities = graphStatement({
  name: 'base.relations-of-entities',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${relationsOfParent(g)}
  WITH p, ${relationIdOf(g)} AS id, ${sortOfRelation(g)}
  WHERE ${behindStart}
  RETURN id, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, n, k ORDER BY parent, ${inDirection}`,
  example: { parents, ...firstPage, ...inScope },
});

export const relationCountsOfEntities = graphStatement({
  name: 'base.relation-counts-of-entities',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${relationsOfParent(g)}
  RETURN count(*) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...inScope },
});

const everyRelation = (g: GraphForm): string => `MATCH (s${g.label})-[c]->(t${g.label})
  WHERE ${g.isClaim('s', 'c', 't')}
  WITH p, s, type(c) AS type, t, count(c) AS claims, sum(CASE WHEN ${passesFilter(g)} THEN 1 ELSE 0 END) AS passing
  WHERE passing > 0`;

export const allRelations = graphStatement({
  name: 'base.all-relations',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${everyRelation(g)}
  WITH p, ${relationIdOf(g)} AS id, ${sortOfRelation(g)}
  WHERE ${behindStart}
  RETURN id, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, n, k ORDER BY ${inDirection}`,
  example: { parents: [pageStart('', null)], ...firstPage, ...noFilter },
});

export const allRelationCounts = graphStatement({
  name: 'base.all-relation-counts',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${everyRelation(g)}
  RETURN count(*) AS count
}
RETURN p.key AS parent, count`,
  example: { parents: [{ key: '', id: '' }], ...noFilter },
});

/** How many relations have each value by a claim that passes. */
const relationTally = (g: GraphForm): string => `WITH s, type(c) AS type, t, ${valuesOfClaim(g)} AS values
  ${tallyBy('s, type, t')}`;

export const relationFacetsOfEntities = graphStatement({
  name: 'base.relation-facets-of-entities',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsAround(g)}
  WHERE ${passesFilter(g)}
  ${relationTally(g)}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...exampleFacet, ...inScope },
});

export const allRelationFacets = graphStatement({
  name: 'base.all-relation-facets',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  MATCH (s${g.label})-[c]->(t${g.label})
  WHERE ${g.isClaim('s', 'c', 't')} AND ${passesFilter(g)}
  ${relationTally(g)}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents: [{ key: '', id: '' }], ...exampleFacet, ...noFilter },
});

export const relationStatements = [
  relationsOfEntities,
  relationCountsOfEntities,
  relationFacetsOfEntities,
  allRelations,
  allRelationCounts,
  allRelationFacets,
];
