import { groupBy } from '../../lib/group-by.ts';
import { type RelationKey, relationId } from '../../model/ids.ts';
import type { Relation } from '../../model/relation.ts';
import { needsWeighing } from '../base/claim-filter.ts';
import { type ConnectionSource, listSource, type Page, type Placed } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { PART_END } from '../base/keyset.ts';
import { entitiesOf } from '../base/loads.ts';
import { rowsByParent } from '../base/one-parent.ts';
import {
  evidenceOf,
  isStoredOrder,
  passingClaims,
  type RelationOrder,
  type RelationScope,
  scopeParameters,
  scopeVariant,
  timeNumber,
  tooManyToWeigh,
  weighedRelations,
} from '../base/relation-list.ts';
import { storedSource } from '../base/stored-list.ts';
import { mergeCounts, type Neighbor, type NeighborCount, neighborCountOf, neighborOf } from './rows.ts';
import { neighborCounts, neighbors, neighborTotals } from './statements.ts';

type EntityScope = RelationScope & { readonly entity: string };

/** The pages of an entity's neighbours: ordered like relations, and by the same rules about long lists. */
export function neighborSource(
  context: Context,
  scope: EntityScope,
  { page, order }: { readonly page: Page; readonly order: RelationOrder },
): ConnectionSource<Neighbor> {
  const stored = (by: 'CLAIMS' | 'TYPE'): ConnectionSource<Neighbor> =>
    storedSource(context, {
      page,
      parent: scope.entity,
      list: neighbors,
      count: neighborTotals,
      parameters: async () => ({ ...(await scopeParameters(context, scope)), order: by }),
      variant: `${by} ${scopeVariant(scope)}`,
      item: (row) => neighborOf(row, context),
    });
  const weighed = async (): Promise<ConnectionSource<Neighbor>> => {
    const relations = await weighedRelations(context, scope);
    if (relations !== null) return listSource(page, () => bundled(context, scope, { relations, order }));
    if (needsWeighing(scope.filter) || order !== 'ORIGINS') throw tooManyToWeigh();
    return stored('CLAIMS');
  };
  if (needsWeighing(scope.filter)) {
    return {
      page,
      fetch: async () => (await weighed()).fetch(),
      count: async () => (await weighed()).count(),
    };
  }
  if (isStoredOrder(order)) return stored(order);
  return { page, fetch: async () => (await weighed()).fetch(), count: stored('CLAIMS').count };
}

interface Bundling {
  readonly relations: readonly Relation[];
  readonly order: RelationOrder;
}

/** Weighed relations by their other end: the best of its relations, then its claims, give its place. */
async function bundled(
  context: Context,
  { entity, filter }: EntityScope,
  { relations, order }: Bundling,
): Promise<readonly Placed<Neighbor>[]> {
  const groups = groupBy(relations, ({ key }) => otherEnd(key, entity));
  const [ends, passing] = await Promise.all([
    entitiesOf(context, [...groups.keys()]),
    passingClaims(context, filter),
  ]);
  return ends.map((end) => {
    const { id, name } = end;
    const own = groups.get(id) ?? [];
    const claims = own.reduce((sum, { claimCount }) => sum + claimCount, 0);
    const originCount = Math.max(...own.map((one) => one.originCount));
    const types = own.map(({ key }) => key.type).toSorted();
    const item = { entity: end, relations: own.map(({ key }) => relationId(key)).toSorted() };
    switch (order) {
      case 'ORIGINS':
        return { item, n: -evidenceOf({ originCount, claimCount: claims }), k: id };
      case 'LATEST':
      case 'EARLIEST':
        return { item, n: timeNumber(own, order), k: id };
      case 'CLAIMS':
        return { item, n: -passing(own), k: id };
      case 'TYPE':
        return { item, n: 0, k: [types[0], name, id].join(PART_END) };
    }
  });
}

/** The end of a relation that is not this entity; the entity itself where it relates to itself. */
export function otherEnd({ source, target }: RelationKey, entity: string): string {
  return source === entity ? target : source;
}

/** Relations of an entity by type, direction and type of the other end. Throws LIMIT_EXCEEDED like lists do. */
export async function countNeighbors(
  context: Context,
  scope: EntityScope,
): Promise<readonly NeighborCount[]> {
  const { vocabulary } = context;
  if (needsWeighing(scope.filter)) {
    const relations = await weighedRelations(context, scope);
    if (relations === null) throw tooManyToWeigh();
    const others = await entitiesOf(
      context,
      relations.map(({ key }) => otherEnd(key, scope.entity)),
    );
    const types = new Map(others.map(({ id, type }) => [id as string, type]));
    return mergeCounts(
      relations.map(({ key }) => ({
        relationType: key.type,
        direction: vocabulary.relationType(key.type).symmetric
          ? 'BOTH'
          : key.source === scope.entity
            ? 'OUT'
            : 'IN',
        entityType: types.get(otherEnd(key, scope.entity)) ?? '',
        count: 1,
      })),
    );
  }
  const parameters = await scopeParameters(context, scope);
  const rows = await context.batched(`neighbor counts ${scopeVariant(scope)}`, scope.entity, async (ids) => {
    const parents = ids.map((id) => ({ key: id, id }));
    return rowsByParent(context, neighborCounts, { parents, ...parameters });
  });
  return mergeCounts((rows ?? []).map((row) => neighborCountOf(row, vocabulary)));
}
