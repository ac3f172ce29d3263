import { groupBy } from '../../lib/group-by.ts';
import type { Claim } from '../../model/claim.ts';
import { relationId } from '../../model/ids.ts';
import { validStart } from '../../model/partial-date.ts';
import { claimFacets, claimTallyAtHand, storedClaimTally } from './claim-facets.ts';
import {
  type ClaimFilter,
  claimPasses,
  filterParameters,
  needsWeighing,
  relationPasses,
} from './claim-filter.ts';
import { claimCounts, claimFacetCounts, claimList } from './claim-statements.ts';
import { type ConnectionSource, listSource, type Page, type Placed } from './connection.ts';
import type { Context } from './context.ts';
import { requestError } from './errors.ts';
import { claimsOfArticle, type ReadText, readText, relationsOf } from './loads.ts';
import { claimOf } from './model-rows.ts';
import { publicationParameters, publicationsOf, UNDATED } from './publication-dates.ts';
import { storedSource } from './stored-list.ts';

type TimeOrder = 'PUBLISHED_DESC' | 'PUBLISHED_ASC' | 'VALID_DESC' | 'VALID_ASC';

export type ClaimOrder = TimeOrder | 'ARTICLE_POSITION';

export interface ClaimListArguments {
  readonly filter?: ClaimFilter | null;
  readonly orderBy?: ClaimOrder | null;
}

/** The pages of claims that are at hand: those of a relation or of an article. */
export function claimsAtHand(
  context: Context,
  claims: () => Promise<readonly Claim[]>,
  { page, filter, orderBy }: ClaimListArguments & { readonly page: Page },
): ConnectionSource<Claim> {
  const listed = async (): Promise<readonly Claim[]> =>
    weighedOnly(context, (await claims()).filter(await claimPasses(context, filter)), filter);
  return {
    ...listSource(page, async () => placeAll(context, await listed(), orderBy ?? 'PUBLISHED_DESC')),
    facets: claimFacets(
      context,
      claimTallyAtHand(context, listed, (claim) => [claim]),
    ),
  };
}

/** The pages of all claims, or of those in which an entity speaks. Throws BAD_USER_INPUT, LIMIT_EXCEEDED. */
export function storedClaims(
  context: Context,
  speaker: string | null,
  { page, filter, orderBy }: ClaimListArguments & { readonly page: Page },
): ConnectionSource<Claim> {
  const order = orderBy ?? 'PUBLISHED_DESC';
  const [article, ...others] = filter?.articles ?? [];
  if (!needsWeighing(filter) && order !== 'ARTICLE_POSITION')
    return pagedByStore(context, speaker, { page, filter, order });
  if (article === undefined || others.length > 0) {
    throw requestError(
      'BAD_USER_INPUT',
      'ARTICLE_POSITION, standing and minOrigins read the claims of one article: name it, and no other, in filter.articles.',
    );
  }
  const spoken = async (): Promise<readonly Claim[]> => {
    const claims = await claimsOfArticle(context, article);
    return claims.filter(({ attributedTo }) => speaker === null || attributedTo.some((id) => id === speaker));
  };
  return claimsAtHand(context, spoken, { page, filter: filter ?? null, orderBy: order });
}

interface StoredPage {
  readonly page: Page;
  readonly filter: ClaimFilter | null | undefined;
  readonly order: TimeOrder;
}

function pagedByStore(
  context: Context,
  speaker: string | null,
  { page, filter, order }: StoredPage,
): ConnectionSource<Claim> {
  const filtering = () => filterParameters(context, filter);
  const parent = speaker ?? '';
  const variant = JSON.stringify([filter ?? null, order]);
  const source = storedSource(context, {
    page,
    parent,
    list: claimList,
    count: claimCounts,
    parameters: async () => ({
      ...(await filtering()),
      ...(await publicationParameters(context, order.endsWith('DESC'))),
      byValidTime: order.startsWith('VALID'),
    }),
    variant,
    item: claimOf,
  });
  const facet = { parent, statement: claimFacetCounts, parameters: filtering, variant };
  const tally = storedClaimTally(context, facet);
  return { ...source, facets: claimFacets(context, tally) };
}

async function weighedOnly(
  context: Context,
  claims: readonly Claim[],
  filter: ClaimFilter | null | undefined,
): Promise<readonly Claim[]> {
  if (!needsWeighing(filter)) return claims;
  const relations = await relationsOf(context, [...new Set(claims.map(({ key }) => relationId(key)))]);
  const passing = new Set(relations.filter(relationPasses(filter)).map(({ key }) => relationId(key)));
  return claims.filter(({ key }) => passing.has(relationId(key)));
}

async function placeAll(
  context: Context,
  claims: readonly Claim[],
  order: ClaimOrder,
): Promise<readonly Placed<Claim>[]> {
  switch (order) {
    case 'ARTICLE_POSITION': {
      const byArticle = groupBy(claims, ({ article }) => article ?? '');
      const groups = await Promise.all(
        Array.from(byArticle, async ([article, own]) => placeInText(own, await readText(context, article))),
      );
      return groups.flat();
    }
    case 'PUBLISHED_ASC':
    case 'PUBLISHED_DESC': {
      const dates = await publicationsOf(context);
      return claims.map((claim) => placeInTime(claim, dates.get(claim.article ?? '')?.min ?? null, order));
    }
    case 'VALID_ASC':
    case 'VALID_DESC':
      return claims.map((claim) => placeInTime(claim, validStart(claim), order));
  }
}

/** What has no date comes last, whatever the direction. */
function placeInTime(claim: Claim, moment: number | null, order: TimeOrder): Placed<Claim> {
  const sign = order.endsWith('DESC') ? -1 : 1;
  return { item: claim, n: moment === null ? UNDATED : sign * moment, k: claim.id };
}

/** By article, then by the first place of the quote; what has no place comes last. */
function placeInText(claims: readonly Claim[], read: ReadText | undefined): readonly Placed<Claim>[] {
  return claims.map((claim) => {
    const place = claim.quote === null ? undefined : read?.find(claim.quote, claim.prefix)[0];
    const position = String(place?.start ?? 9_999_999_999).padStart(10, '0');
    return { item: claim, n: 0, k: `${claim.article ?? ''}/${position}/${claim.id}` };
  });
}
