import { noFilter, passesFilter } from '../base/claim-filter.ts';
import { type GraphForm, graphStatement } from '../base/graph-form.ts';
import { behindStart, inDirection, pageStart, PART_END } from '../base/keyset.ts';
import { articleColumns } from '../base/model-rows.ts';
import { examplePublication, publishedNumber } from '../base/publication-dates.ts';
import { claimsAround, relationIdOf } from '../base/relation-statements.ts';
import { asKey, hasPlainId } from '../base/stored-ids.ts';

const inScope = { direction: 'BOTH', symmetric: ['MET'], ...noFilter };

/** Every claim between the entity `p.id` and an other end `o` that passes. */
const claimsOfParent = (g: GraphForm): string => `${claimsAround(g)}
  WHERE ${passesFilter(g)}`;

/** Relations by type, by whether they start at the entity, and by the labels of the other end. */
export const neighborCounts = graphStatement({
  name: 'entity.neighbor-counts',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent(g)}
  WITH DISTINCT type(c) AS type, s = e AS outgoing, o
  RETURN type, outgoing, labels(o) AS labels, count(*) AS count
}
RETURN p.key AS parent, type, outgoing, labels, count`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...inScope },
});

/** Other ends with their relations, those with the most claims first or by type and name. */
export const neighbors = graphStatement({
  name: 'entity.neighbors',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent(g)}
  WITH p, o, collect(c) AS all, count(c) AS claims, min(type(c)) AS type
  WITH p, o, all, CASE WHEN $order = 'TYPE' THEN 0 ELSE -claims END AS n,
    CASE WHEN $order = 'TYPE' THEN type + '${PART_END}' + ${g.name('o')} + '${PART_END}' ELSE '' END + ${g.id('o')} AS k
  WHERE ${behindStart}
  WITH o, all, n, k ORDER BY ${inDirection} LIMIT $limit
  UNWIND all AS c
  WITH o, n, k, startNode(c) AS s, type(c) AS type, endNode(c) AS t
  WITH o, n, k, collect(DISTINCT ${relationIdOf(g)}) AS relations
  RETURN ${g.entity('o')} AS entity, relations, n, k ORDER BY ${inDirection}
}
RETURN p.key AS parent, entity, relations, n, k ORDER BY parent, ${inDirection}`,
  example: {
    parents: [pageStart('cia', null), pageStart('venezuela', null)],
    order: 'CLAIMS',
    forward: true,
    limit: 5,
    ...inScope,
  },
});

export const neighborTotals = graphStatement({
  name: 'entity.neighbor-totals',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent(g)}
  RETURN count(DISTINCT o) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...inScope },
});

export const mentioningArticles = graphStatement({
  name: 'entity.mentioning-articles',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${g.find('e', 'p.id')}
  MATCH (e)<-[:MENTIONS]-(a:Article)
  WHERE ${hasPlainId('a')}
  WITH DISTINCT p, a
  WITH p, a, $publishedAt[${asKey('a.id')}] AS published
  WITH p, a, ${publishedNumber} AS n, a.id AS k
  WHERE ${behindStart}
  RETURN ${articleColumns}, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, title, publisher, outlet, url, publishedAt, basedOn, n, k ORDER BY parent, ${inDirection}`,
  example: { parents: [pageStart('cia', null)], forward: true, limit: 5, ...examplePublication },
});

export const mentioningTotals = graphStatement({
  name: 'entity.mentioning-totals',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${g.find('e', 'p.id')}
  MATCH (e)<-[:MENTIONS]-(a:Article)
  WHERE ${hasPlainId('a')}
  RETURN count(DISTINCT a) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }] },
});
