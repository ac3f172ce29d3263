import { noFilter, passesFilter, passesNeighborTypes } from '../base/claim-filter.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';
import { behindStart, inDirection, pageStart } from '../base/keyset.ts';

/** Entities `o` with claims that pass to every one of the entities `$of`, which are none of them. */
const common = (g: GraphForm): string => `UNWIND $of AS wanted
  ${g.find('e', 'wanted')}
  MATCH (e)-[c]-(o${g.label})
  WHERE ${g.isClaim('e', 'c', 'o')} AND NOT ${g.id('o')} IN $of
    AND ${passesNeighborTypes(g)}
  WITH p, e, o, startNode(c) AS s, c, endNode(c) AS t
  WHERE ${passesFilter(g)}
  WITH p, o, count(DISTINCT e) AS reached, count(c) AS claims,
    collect(DISTINCT ${g.id('s')} + '~' + type(c) + '~' + ${g.id('t')}) AS relations
  WHERE reached = size($of)`;

const example = { of: ['venezuela', 'united-states'], ...noFilter };

export const commonNeighborList = graphStatement({
  name: 'common-neighbors.list',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${common(g)}
  WITH p, ${g.id('o')} AS id, relations, -claims AS n, ${g.id('o')} AS k
  WHERE ${behindStart}
  RETURN id, relations, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, relations, n, k ORDER BY parent, ${inDirection}`,
  example: { parents: [pageStart('', null)], forward: true, limit: 5, ...example },
});

export const commonNeighborTotal = graphStatement({
  name: 'common-neighbors.total',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${common(g)}
  RETURN count(o) AS count
}
RETURN p.key AS parent, count`,
  example: { parents: [{ key: '', id: '' }], ...example },
});
