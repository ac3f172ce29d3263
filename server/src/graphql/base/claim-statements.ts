import { exampleFacet, valuesOfClaim } from './claim-facets.ts';
import { noFilter, passesFilter } from './claim-filter.ts';
import { type GraphForm, graphStatement } from './graph-form.ts';
import { behindStart, inDirection, pageStart } from './keyset.ts';
import { claimColumns } from './model-rows.ts';
import { examplePublication, publishedNumber } from './publication-dates.ts';
import { tallyOfRows } from './stored-facets.ts';
import { asKey } from './stored-ids.ts';
import { validStartOfClaim } from './valid-time.ts';

/** Every claim, or with `p.id` those in which it speaks. */
const claimsOfParent = (g: GraphForm): string => `MATCH (s${g.label})-[c]->(t${g.label})
  WHERE ${g.isClaim('s', 'c', 't')} AND ${g.claimId('c')} IS NOT NULL
    AND (p.id = '' OR p.id IN ${g.texts('c.attributedTo')}) AND ${passesFilter(g)}`;

export const claimList = graphStatement({
  name: 'base.claim-list',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent(g)}
  WITH p, s, c, t, CASE WHEN $byValidTime THEN ${validStartOfClaim(g)} ELSE $publishedAt[${asKey('c.article')}] END AS published
  WITH p, s, c, t, ${publishedNumber} AS n, ${g.claimId('c')} AS k
  WHERE ${behindStart}
  RETURN ${claimColumns(g)}, n, k ORDER BY ${inDirection} LIMIT $limit
}
RETURN p.key AS parent, source, target, claim, claimId, n, k ORDER BY parent, ${inDirection}`,
  example: {
    parents: [pageStart('', null), pageStart('donald-trump', null)],
    ...examplePublication,
    byValidTime: true,
    forward: true,
    limit: 5,
    ...noFilter,
  },
});

export const claimCounts = graphStatement({
  name: 'base.claim-counts',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent(g)}
  RETURN count(c) AS count
}
RETURN p.key AS parent, count ORDER BY parent`,
  example: { parents: [{ key: 'donald-trump', id: 'donald-trump' }], ...noFilter },
});

export const claimFacetCounts = graphStatement({
  name: 'base.claim-facets',
  cypher: (g) => `UNWIND $parents AS p
CALL (p) {
  ${claimsOfParent(g)}
  WITH ${valuesOfClaim(g)} AS values
  ${tallyOfRows}
}
RETURN p.key AS parent, found, total ORDER BY parent`,
  example: { parents: [{ key: '', id: '' }], ...exampleFacet, ...noFilter },
});

export const claimStatements = [claimList, claimCounts, claimFacetCounts];
