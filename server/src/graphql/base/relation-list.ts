import type { Claim } from '../../model/claim.ts';
import { relationId } from '../../model/ids.ts';
import { parsePartialDate } from '../../model/partial-date.ts';
import type { Relation } from '../../model/relation.ts';
import { textOf } from '../../model/stored-values.ts';
import { claimFacets, claimTallyAtHand, storedClaimTally } from './claim-facets.ts';
import {
  type ClaimFilter,
  claimPasses,
  filterParameters,
  needsWeighing,
  relationPasses,
} from './claim-filter.ts';
import { type ConnectionSource, listSource, type Page, type Placed } from './connection.ts';
import type { Context } from './context.ts';
import { requestError } from './errors.ts';
import { lowerWords } from './facet-labels.ts';
import { type FacetSources, tallyOf } from './facets.ts';
import { PART_END } from './keyset.ts';
import { limits } from './limits.ts';
import { entitiesOf, relationById, relationsOf } from './loads.ts';
import { UNDATED } from './publication-dates.ts';
import {
  allRelationCounts,
  allRelationFacets,
  allRelations,
  relationCountsOfEntities,
  relationFacetsOfEntities,
  relationsOfEntities,
} from './relation-statements.ts';
import { storedSource } from './stored-list.ts';

/** Orders that the store knows. */
type StoredRelationOrder = 'CLAIMS' | 'TYPE';
export type RelationOrder = StoredRelationOrder | 'ORIGINS' | TimeOrder;
type TimeOrder = 'LATEST' | 'EARLIEST';
export type Direction = 'OUT' | 'IN' | 'BOTH';

/** Which relations a list holds: of one entity, or all there are. */
export interface RelationScope {
  readonly entity: string | null;
  readonly direction: Direction;
  readonly filter: ClaimFilter | null | undefined;
}

/**
 * The pages of a list of relations. By claims or type the store orders it, however long it is. By origins
 * it is weighed whole, so beyond `limits.weighedRelations` it runs by claims instead; an order by time and a
 * filter by standing or origins refuse such a list with LIMIT_EXCEEDED.
 */
export function relationSource(
  context: Context,
  scope: RelationScope,
  { page, order }: { readonly page: Page; readonly order: RelationOrder },
): ConnectionSource<Relation> {
  const facets = relationFacets(context, scope);
  if (isStoredOrder(order) && !needsWeighing(scope.filter))
    return { ...storedRelations(context, scope, { page, order }), facets };
  const weighed = async (): Promise<ConnectionSource<Relation>> => {
    const relations = await weighedRelations(context, scope);
    if (relations === null) {
      if (needsWeighing(scope.filter) || order !== 'ORIGINS') throw tooManyToWeigh();
      return storedRelations(context, scope, { page, order: 'CLAIMS' });
    }
    return listSource(page, () => placeAll(context, relations, order));
  };
  return {
    page,
    facets,
    fetch: async () => (await weighed()).fetch(),
    count: async () =>
      needsWeighing(scope.filter) ? (await weighed()).count() : countRelations(context, scope),
  };
}

export function isStoredOrder(order: RelationOrder): order is StoredRelationOrder {
  return order === 'CLAIMS' || order === 'TYPE';
}

/** The page of all relations that may be weighed. */
const weighing: Page = { list: '', size: limits.weighedRelations, forward: true, start: null };

/** All relations of a scope with their standing, or null if there are more than `limits.weighedRelations`. */
export async function weighedRelations(
  context: Context,
  scope: RelationScope,
): Promise<readonly Relation[] | null> {
  const found = await storedIds(context, scope, { page: weighing, order: 'CLAIMS' }).fetch();
  if (found.length > limits.weighedRelations) return null;
  const relations = await relationsOf(
    context,
    found.map(({ item }) => item),
  );
  return relations.filter(relationPasses(scope.filter));
}

/** Counts the claims of relations that pass a filter: by them other ends are ordered, weighed or not. */
export async function passingClaims(
  context: Context,
  filter: ClaimFilter | null | undefined,
): Promise<(relations: readonly Relation[]) => number> {
  const passes = await claimPasses(context, filter);
  return (relations) =>
    relations.reduce((sum, { claims }) => sum + claims.filter(({ claim }) => passes(claim)).length, 0);
}

/** What to say where an order by time, or a filter by standing or origins, met too long a list. */
export function tooManyToWeigh(): Error {
  const max = limits.weighedRelations;
  return requestError(
    'LIMIT_EXCEEDED',
    `standing, minOrigins, LATEST and EARLIEST look at up to ${max} relations, and this list has more. Narrow it by types, statuses, articles or text.`,
    { limit: 'relations to weigh', value: max + 1, max },
  );
}

/** How many relations a scope holds. */
export async function countRelations(context: Context, scope: RelationScope): Promise<number | null> {
  if (!needsWeighing(scope.filter))
    return storedIds(context, scope, { page: weighing, order: 'CLAIMS' }).count();
  const relations = await weighedRelations(context, scope);
  if (relations === null) throw tooManyToWeigh();
  return relations.length;
}

/**
 * Ways to divide a scope: by its claims that pass, so that a count is what the value would leave as one more
 * filter. By standing it is weighed. Throws LIMIT_EXCEEDED like the list does.
 */
function relationFacets(context: Context, scope: RelationScope): FacetSources {
  const { entity, filter } = scope;
  const weighed = async (): Promise<readonly Relation[]> => {
    const relations = await weighedRelations(context, scope);
    if (relations === null) throw tooManyToWeigh();
    return relations;
  };
  const passing = async (): Promise<readonly (readonly Claim[])[]> => {
    const passes = await claimPasses(context, filter);
    return (await weighed()).map(({ claims }) => claims.map(({ claim }) => claim).filter(passes));
  };
  const stored = storedClaimTally(context, {
    parent: entity ?? '',
    statement: entity === null ? allRelationFacets : relationFacetsOfEntities,
    parameters: () => scopeParameters(context, scope),
    variant: scopeVariant(scope),
  });
  return {
    ...claimFacets(
      context,
      needsWeighing(filter) ? claimTallyAtHand(context, passing, (own) => own) : stored,
    ),
    standing: {
      tally: async () => tallyOf(await weighed(), ({ standing }) => [standing]),
      label: lowerWords,
    },
  };
}

interface StoredOrder {
  readonly page: Page;
  readonly order: StoredRelationOrder;
}

function storedRelations(
  context: Context,
  scope: RelationScope,
  stored: StoredOrder,
): ConnectionSource<Relation> {
  const ids = storedIds(context, scope, stored);
  return {
    ...ids,
    fetch: async () => {
      const found = await ids.fetch();
      const relations = await Promise.all(found.map(({ item }) => relationById(context, item)));
      return found.flatMap((one, index) => {
        const item = relations[index];
        return item ? [{ ...one, item }] : [];
      });
    },
  };
}

function storedIds(
  context: Context,
  scope: RelationScope,
  { page, order }: StoredOrder,
): ConnectionSource<string> {
  const { entity } = scope;
  return storedSource(context, {
    page,
    parent: entity ?? '',
    list: entity === null ? allRelations : relationsOfEntities,
    count: entity === null ? allRelationCounts : relationCountsOfEntities,
    parameters: async () => ({ order, ...(await scopeParameters(context, scope)) }),
    variant: `${order} ${scopeVariant(scope)}`,
    item: (row) => textOf(row['id']),
  });
}

/** A relation of a symmetric type has no direction: it passes every one. */
export async function scopeParameters(
  context: Context,
  { direction, filter }: Omit<RelationScope, 'entity'>,
) {
  return {
    direction,
    symmetric: context.vocabulary.relationTypes.flatMap(({ name, symmetric }) => (symmetric ? [name] : [])),
    ...(await filterParameters(context, filter)),
  };
}

/** What tells the lists of scopes apart that ask for other things, whatever they belong to. */
export function scopeVariant({ direction, filter }: Omit<RelationScope, 'entity'>): string {
  return JSON.stringify([direction, filter ?? null]);
}

/** The weighed relations with their places, the same as the store's where it can tell them. */
async function placeAll(
  context: Context,
  relations: readonly Relation[],
  order: RelationOrder,
): Promise<readonly Placed<Relation>[]> {
  switch (order) {
    case 'ORIGINS':
      return relations.map((item) => ({ item, n: -evidenceOf(item), k: relationId(item.key) }));
    case 'CLAIMS':
      return relations.map((item) => ({ item, n: -item.claimCount, k: relationId(item.key) }));
    case 'LATEST':
    case 'EARLIEST':
      return relations.map((item) => ({ item, n: timeNumber([item], order), k: relationId(item.key) }));
    case 'TYPE': {
      const ends = relations.flatMap(({ key }) => [key.source, key.target]);
      const names = new Map((await entitiesOf(context, ends)).map(({ id, name }) => [id, name]));
      return relations.map((item) => {
        const { source, type, target } = item.key;
        const k = [type, names.get(source), names.get(target), relationId(item.key)].join(PART_END);
        return { item, n: 0, k };
      });
    }
  }
}

/** Orders relations, or several as one, by the end or the beginning of what their claims say. */
export function timeNumber(relations: readonly Relation[], order: TimeOrder): number {
  const moments = relations.flatMap(({ validFrom, validTo }) => {
    const date = parsePartialDate((order === 'LATEST' ? validTo : validFrom) ?? '');
    if (date === null) return [];
    return order === 'LATEST' ? -date.max : date.min;
  });
  return Math.min(UNDATED, ...moments);
}

/** Orders relations by their evidence: most origins, then most claims. */
export function evidenceOf({
  originCount,
  claimCount,
}: Pick<Relation, 'originCount' | 'claimCount'>): number {
  return originCount * 1_000_000 + claimCount;
}
