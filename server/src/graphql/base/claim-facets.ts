import { type Claim, claimStatuses } from '../../model/claim.ts';
import { textOf } from '../../model/stored-values.ts';
import { statement } from '../../store/statement.ts';
import type { StoreValue } from '../../store/values.ts';
import type { Context } from './context.ts';
import { articleLabel, entityLabel, itself, lowerWords, relationTypeLabel } from './facet-labels.ts';
import { type FacetSources, type Tally, tallyOf } from './facets.ts';
import { type GraphForm } from './graph-form.ts';
import { limits } from './limits.ts';
import { storedTally, type StoredFacet, storedTexts } from './stored-facets.ts';
import { asKey, hasPlainId } from './stored-ids.ts';

/** What lists of claims, and of relations by their claims that pass, can be divided by. */
type ClaimFacet = 'type' | 'status' | 'article' | 'publisher' | 'attributedTo';

/** The values of the claim `c`, as a list without repetition. */
export const valuesOfClaim = (
  g: GraphForm,
): string => `CASE $facet WHEN 'type' THEN [type(c)] WHEN 'status' THEN [c.status] WHEN 'article' THEN [c.article]
    WHEN 'publisher' THEN [$publishers[${asKey('c.article')}]]
    ELSE reduce(own = [], one IN coalesce(${g.texts('c.attributedTo')}, []) | CASE WHEN one IN own THEN own ELSE own + [one] END) END`;

/** Who published each article: joined by parameter, since a join of claims to articles has no index to use. */
export const articlePublishers = statement({
  name: 'base.article-publishers',
  cypher: `MATCH (a:Article) WHERE ${hasPlainId('a')} AND a.publisher IS NOT NULL
RETURN a.id AS id, a.publisher AS publisher ORDER BY id LIMIT $limit`,
  example: { limit: 100 },
});

/** Parameters with which the examples of statements count by publisher. */
export const exampleFacet = {
  facet: 'publisher',
  publishers: { '2026-01-28-cia-annex-venezuela': 'CNN' },
  limit: 5,
};

/** Ways to divide a list, once it is said how its items are counted by what their claims say. */
export function claimFacets(context: Context, tallyBy: (facet: ClaimFacet) => Promise<Tally>): FacetSources {
  return {
    type: { tally: () => tallyBy('type'), label: relationTypeLabel(context) },
    status: { tally: () => tallyBy('status'), label: lowerWords },
    article: { tally: () => tallyBy('article'), label: articleLabel(context) },
    publisher: { tally: () => tallyBy('publisher'), label: itself },
    attributedTo: { tally: () => tallyBy('attributedTo'), label: entityLabel(context) },
  };
}

/** Counts a list of the store's. */
export function storedClaimTally(context: Context, list: StoredFacet) {
  return (facet: ClaimFacet): Promise<Tally> =>
    storedTally(
      context,
      {
        ...list,
        variant: `${facet} ${list.variant}`,
        parameters: async () => ({
          ...(await list.parameters()),
          facet,
          publishers: facet === 'publisher' ? Object.fromEntries(await publishersOf(context)) : {},
        }),
      },
      facet === 'status' ? { ...storedTexts, valueOf: toldStatus } : storedTexts,
    );
}

/** Counts items that are at hand. */
export function claimTallyAtHand<T>(
  context: Context,
  items: () => Promise<readonly T[]>,
  claimsOf: (item: T) => readonly Claim[],
) {
  return async (facet: ClaimFacet): Promise<Tally> => {
    const publishers = facet === 'publisher' ? await publishersOf(context) : new Map<string, string>();
    const valuesOf = ({ key, status, article, attributedTo }: Claim): readonly (string | null)[] => {
      switch (facet) {
        case 'type':
          return [key.type];
        case 'status':
          return [toldStatus(status)];
        case 'article':
          return [article];
        case 'publisher':
          return [publishers.get(article ?? '') ?? null];
        case 'attributedTo':
          return attributedTo;
      }
    };
    return tallyOf(await items(), (item) =>
      claimsOf(item)
        .flatMap(valuesOf)
        .filter((value) => value !== null),
    );
  };
}

function publishersOf(context: Context): Promise<ReadonlyMap<string, string>> {
  return context.once('publishers', async () => {
    const rows = await context.read(articlePublishers, { limit: limits.articles });
    return new Map(
      rows.flatMap((row) => {
        const publisher = textOf(row['publisher']);
        return publisher === null ? [] : [[textOf(row['id']) ?? '', publisher] as const];
      }),
    );
  });
}

/** A status as filters take it; one that the model does not know is none. */
function toldStatus(stored: StoreValue | undefined): string | null {
  return claimStatuses.find((status) => status === stored)?.toUpperCase() ?? null;
}
