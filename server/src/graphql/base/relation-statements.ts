import { statement } from '../../store/statement.ts';
import { isClaim, noFilter, passesFilter } from './claim-filter.ts';
import { behindStart, inDirection, pageStart } from './keyset.ts';

/** Every claim between the entity `p.id` and an other end `o` in the asked direction, with its ends `s` and `t`; the filter is still to come. */
export const claimsAround = `MATCH (e:Entity {id: p.id})-[c]-(o:Entity)
  WHERE ${isClaim}
    AND ($direction = 'BOTH' OR type(c) IN $symmetric
      OR ($direction = 'OUT' AND startNode(c).id = p.id)
      OR ($direction = 'IN' AND endNode(c).id = p.id))
    AND ($filter.neighborTypes IS NULL OR any(label IN labels(o) WHERE label IN $filter.neighborTypes))
  WITH p, o, startNode(c) AS s, c, endNode(c) AS t`;

/** Every relation of the entity `p.id`, as ends `s` and `t`, other end `o`, type and number of claims. */
const relationsOfParent = `${claimsAround}
  WITH p, o, s, type(c) AS type, t, count(c) AS claims, sum(CASE WHEN ${passesFilter} THEN 1 ELSE 0 END) AS passing
  WHERE passing > 0`;

const sortOfRelation = `CASE WHEN $order = 'TYPE' THEN 0 ELSE -claims END AS n,
    CASE WHEN $order = 'TYPE' THEN type + '~' + coalesce(s.name, s.id) + '~' + coalesce(t.name, t.id) + '~' ELSE '' END
      + s.id + '~' + type + '~' + t.id AS k`;

const inScope = { direction: 'OUT', symmetric: ['MET'], ...noFilter };
const firstPage = { order: 'CLAIMS', forward: true, limit: 5 };
const parents = [pageStart('cia', null), pageStart('delcy-rodriguez', null)];

export const relationsOfEntities = statement({
  name: 'base.relations-of-entities',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${relationsOfParent}
  WITH p, s.id + '~' + type + '~' + t.id AS id, ${sortOfRelation}
  WHERE ${behindStart}
  RETURN id, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, n, k ORDER BY parent, ${inDirection}`,
  example: { parents, ...firstPage, ...inScope },
});

export const relationCountsOfEntities = statement({
  name: 'base.relation-counts-of-entities',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${relationsOfParent}
  RETURN count(*) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...inScope },
});

const everyRelation = `MATCH (s:Entity)-[c]->(t:Entity)
  WHERE ${isClaim}
  WITH s, type(c) AS type, t, count(c) AS claims, sum(CASE WHEN ${passesFilter} THEN 1 ELSE 0 END) AS passing
  WHERE passing > 0`;

export const allRelations = statement({
  name: 'base.all-relations',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${everyRelation}
  WITH p, s.id + '~' + type + '~' + t.id AS id, ${sortOfRelation}
  WHERE ${behindStart}
  RETURN id, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, n, k ORDER BY ${inDirection}`,
  example: { parents: [pageStart('', null)], ...firstPage, ...noFilter },
});

export const allRelationCounts = statement({
  name: 'base.all-relation-counts',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${everyRelation}
  RETURN count(*) AS count
}
RETURN p.key AS parent, count`,
  example: { parents: [{ key: '', id: '' }], ...noFilter },
});

export const relationStatements = [
  relationsOfEntities,
  relationCountsOfEntities,
  allRelations,
  allRelationCounts,
];
