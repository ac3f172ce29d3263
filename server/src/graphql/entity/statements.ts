import { statement } from '../../store/statement.ts';
import { noFilter, passesFilter } from '../base/claim-filter.ts';
import { behindStart, inDirection, pageStart } from '../base/keyset.ts';
import { articleColumns } from '../base/model-rows.ts';
import { examplePublication, publishedNumber } from '../base/publication-dates.ts';
import { claimsAround } from '../base/relation-statements.ts';

const inScope = { direction: 'BOTH', symmetric: ['MET'], ...noFilter };

/** Every claim between the entity `p.id` and an other end `o` that passes. */
const claimsOfParent = `${claimsAround}
  WHERE ${passesFilter}`;

/** Relations by type, by whether they start at the entity, and by the labels of the other end. */
export const neighborCounts = statement({
  name: 'entity.neighbor-counts',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent}
  WITH DISTINCT type(c) AS type, s.id = p.id AS outgoing, o
  RETURN type, outgoing, labels(o) AS labels, count(*) AS count
}
RETURN p.key AS parent, type, outgoing, labels, count`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...inScope },
});

/** Other ends with their relations, those with the most claims first or by type and name. */
export const neighbors = statement({
  name: 'entity.neighbors',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent}
  WITH p, o, collect(DISTINCT s.id + '~' + type(c) + '~' + t.id) AS relations, count(c) AS claims, min(type(c)) AS type
  WITH p, o.id AS id, relations, CASE WHEN $order = 'TYPE' THEN 0 ELSE -claims END AS n,
    CASE WHEN $order = 'TYPE' THEN type + '~' + coalesce(o.name, o.id) + '~' ELSE '' END + o.id AS k
  WHERE ${behindStart}
  RETURN id, relations, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, relations, n, k ORDER BY parent, ${inDirection}`,
  example: {
    parents: [pageStart('cia', null), pageStart('venezuela', null)],
    order: 'CLAIMS',
    forward: true,
    limit: 5,
    ...inScope,
  },
});

export const neighborTotals = statement({
  name: 'entity.neighbor-totals',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent}
  RETURN count(DISTINCT o) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }], ...inScope },
});

export const mentioningArticles = statement({
  name: 'entity.mentioning-articles',
  cypher: `UNWIND $parents AS p
CALL (p) {
  MATCH (e:Entity {id: p.id})<-[:MENTIONS]-(a:Article)
  WITH DISTINCT p, a
  WITH p, a, $publishedAt[a.id] AS published
  WITH p, a, ${publishedNumber} AS n, a.id AS k
  WHERE ${behindStart}
  RETURN ${articleColumns}, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, id, title, publisher, outlet, url, publishedAt, basedOn, n, k ORDER BY parent, ${inDirection}`,
  example: { parents: [pageStart('cia', null)], forward: true, limit: 5, ...examplePublication },
});

export const mentioningTotals = statement({
  name: 'entity.mentioning-totals',
  cypher: `UNWIND $parents AS p
CALL (p) {
  MATCH (e:Entity {id: p.id})<-[:MENTIONS]-(a:Article)
  RETURN count(DISTINCT a) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'cia', id: 'cia' }] },
});
