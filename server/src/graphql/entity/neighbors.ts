import { groupBy } from '../../lib/group-by.ts';
import type { Entity } from '../../model/entity.ts';
import { type RelationKey, relationId } from '../../model/ids.ts';
import type { Relation } from '../../model/relation.ts';
import { textOf } from '../../model/stored-values.ts';
import { needsWeighing } from '../base/claim-filter.ts';
import { type ConnectionSource, listSource, type Page, type Placed } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { entitiesOf, entityById } from '../base/loads.ts';
import {
  evidenceOf,
  type RelationOrder,
  type RelationScope,
  scopeParameters,
  scopeVariant,
  tooManyToWeigh,
  weighedRelations,
} from '../base/relation-list.ts';
import { storedSource } from '../base/stored-list.ts';
import { mergeCounts, type NeighborCount, neighborCountOf, neighborOf, type NeighborRow } from './rows.ts';
import { neighborCounts, neighbors, neighborTotals } from './statements.ts';

export interface Neighbor {
  readonly entity: Entity;
  readonly relations: readonly string[];
}

type EntityScope = RelationScope & { readonly entity: string };

/** The pages of an entity's neighbours: ordered like relations, and by the same rules about long lists. */
export function neighborSource(
  context: Context,
  scope: EntityScope,
  { page, order }: { readonly page: Page; readonly order: RelationOrder },
): ConnectionSource<Neighbor> {
  const rows = neighborRows(context, scope, { page, order });
  return {
    page,
    count: rows.count,
    fetch: async () => {
      const found = await rows.fetch();
      const entities = await Promise.all(found.map(({ item }) => entityById(context, item.id)));
      return found.flatMap(({ item, ...key }, index) => {
        const entity = entities[index];
        return entity ? [{ ...key, item: { entity, relations: item.relations } }] : [];
      });
    },
  };
}

function neighborRows(
  context: Context,
  scope: EntityScope,
  { page, order }: { readonly page: Page; readonly order: RelationOrder },
): ConnectionSource<NeighborRow> {
  const stored = (by: 'CLAIMS' | 'TYPE'): ConnectionSource<NeighborRow> =>
    storedSource(context, {
      page,
      parent: scope.entity,
      list: neighbors,
      count: neighborTotals,
      parameters: async () => ({ ...(await scopeParameters(context, scope)), order: by }),
      variant: `${by} ${scopeVariant(scope)}`,
      item: neighborOf,
    });
  const weighed = async (): Promise<ConnectionSource<NeighborRow>> => {
    const relations = await weighedRelations(context, scope);
    if (relations !== null)
      return listSource(page, () => bundled(context, scope.entity, { relations, order }));
    if (needsWeighing(scope.filter)) throw tooManyToWeigh();
    return stored('CLAIMS');
  };
  if (needsWeighing(scope.filter)) {
    return {
      page,
      fetch: async () => (await weighed()).fetch(),
      count: async () => (await weighed()).count(),
    };
  }
  if (order !== 'ORIGINS') return stored(order);
  return { page, fetch: async () => (await weighed()).fetch(), count: stored('CLAIMS').count };
}

interface Bundling {
  readonly relations: readonly Relation[];
  readonly order: RelationOrder;
}

/** Weighed relations by their other end: the best of its relations, then all its claims, give its place. */
async function bundled(
  context: Context,
  entity: string,
  { relations, order }: Bundling,
): Promise<readonly Placed<NeighborRow>[]> {
  const groups = groupBy(relations, ({ key }) => otherEnd(key, entity));
  const names = new Map(
    (await entitiesOf(context, [...groups.keys()])).map(({ id, name }) => [id as string, name]),
  );
  return Array.from(groups, ([id, own]) => {
    const claims = own.reduce((sum, { claimCount }) => sum + claimCount, 0);
    const originCount = Math.max(...own.map((one) => one.originCount));
    const types = own.map(({ key }) => key.type).toSorted();
    const item = { id, relations: own.map(({ key }) => relationId(key)).toSorted() };
    switch (order) {
      case 'ORIGINS':
        return { item, n: -evidenceOf({ originCount, claimCount: claims }), k: id };
      case 'CLAIMS':
        return { item, n: -claims, k: id };
      case 'TYPE':
        return { item, n: 0, k: `${types[0]}~${names.get(id)}~${id}` };
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
    return groupBy(
      await context.read(neighborCounts, { parents, ...parameters }),
      (row) => textOf(row['parent']) ?? '',
    );
  });
  return mergeCounts((rows ?? []).map((row) => neighborCountOf(row, vocabulary)));
}
