import { statement } from '../../store/statement.ts';
import { isClaim, noFilter, passesFilter } from './claim-filter.ts';
import { behindStart, inDirection, pageStart } from './keyset.ts';
import { claimColumns } from './model-rows.ts';
import { examplePublication, publishedNumber } from './publication-dates.ts';

/** Every claim, or with `p.id` those in which it speaks. */
const claimsOfParent = `MATCH (s:Entity)-[c]->(t:Entity)
  WHERE ${isClaim} AND c.id IS NOT NULL AND (p.id = '' OR p.id IN c.attributedTo) AND ${passesFilter}`;

export const claimList = statement({
  name: 'base.claim-list',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent}
  WITH p, s, c, t, $publishedAt[c.article] AS published
  WITH p, s, c, t, ${publishedNumber} AS n, c.id AS k
  WHERE ${behindStart}
  RETURN ${claimColumns}, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, source, target, claim, claimId, n, k ORDER BY parent, ${inDirection}`,
  example: {
    parents: [pageStart('', null), pageStart('donald-trump', null)],
    ...examplePublication,
    forward: true,
    limit: 5,
    ...noFilter,
  },
});

export const claimCounts = statement({
  name: 'base.claim-counts',
  cypher: `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent}
  RETURN count(c) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'donald-trump', id: 'donald-trump' }], ...noFilter },
});

export const claimStatements = [claimList, claimCounts];
