import { groupBy } from '../../lib/group-by.ts';
import { kindOfId, parseRelationId } from '../../model/ids.ts';
import type { Relation } from '../../model/relation.ts';
import { textOf } from '../../model/stored-values.ts';
import { type ClaimFilter, filterParameters, needsWeighing, relationPasses } from './claim-filter.ts';
import type { Context } from './context.ts';
import { compareText } from './cursor.ts';
import {
  among,
  nextNeighbors,
  nextNeighborTotal,
  relationsWithin,
  relationTotalWithin,
} from './grow-statements.ts';
import { limits } from './limits.ts';
import { articleById, claimById, claimsOfArticle, entityById, relationsOf } from './loads.ts';
import { passingClaims, tooManyToWeigh, weighedRelations } from './relation-list.ts';
import { numberOf } from './row-values.ts';
import type { Truncation } from './truncation.ts';

export interface Growth {
  readonly seeds: readonly string[];
  readonly depth: number;
  readonly filter: ClaimFilter | null | undefined;
  readonly maxNodes: number;
  readonly maxRelations: number;
}

const NODE_ORDER = 'fewest relations away from the seeds, then most claims';
const RELATION_ORDER = 'most claims';

/** The ids of everything within `depth` relations of the seeds, seeds first, nearest next. */
export async function growNodes(
  context: Context,
  { seeds, depth, filter, maxNodes }: Growth,
): Promise<{ readonly ids: readonly string[]; readonly truncation: readonly Truncation[] }> {
  const known = new Set((await Promise.all(seeds.map((seed) => entitiesOfSeed(context, seed)))).flat());
  if (known.size > maxNodes) return cut([...known], { maxNodes, total: depth === 0 ? known.size : null });
  let frontier = [...known];
  for (let level = 1; level <= depth && frontier.length > 0; level += 1) {
    // As many rows as may be known already, and one more than there is room for.
    const found = await neighborsOf(context, frontier, { filter, limit: maxNodes + 1 });
    const added = found.filter((id) => !known.has(id));
    if (known.size + added.length > maxNodes) {
      // Only at the last level are all counted: what further ones would have found nobody looked at.
      const exact = level === depth && !needsWeighing(filter);
      const total = exact ? await countReached(context, frontier, { filter, known: [...known] }) : null;
      return cut([...known, ...added], { maxNodes, total });
    }
    for (const id of added) known.add(id);
    frontier = added;
  }
  return { ids: [...known], truncation: [] };
}

interface Step {
  readonly filter: ClaimFilter | null | undefined;
  readonly limit: number;
}

/** The other ends of relations of some entities, those with the most claims first. */
async function neighborsOf(
  context: Context,
  ids: readonly string[],
  { filter, limit }: Step,
): Promise<readonly string[]> {
  if (!needsWeighing(filter)) {
    const rows = await context.read(nextNeighbors, {
      ids,
      limit,
      ...(await filterParameters(context, filter)),
    });
    return rows.flatMap((row) => textOf(row['neighbor']) ?? []);
  }
  const lists = await Promise.all(
    ids.map((id) =>
      weighedRelations(context, {
        entity: id,
        direction: 'BOTH',
        filter: { ...filter, neighborTypes: null },
      }),
    ),
  );
  const passing = await passingClaims(context, filter);
  const claims = new Map<string, number>();
  for (const relation of lists.flatMap((list) => list ?? [])) {
    for (const end of [relation.key.source, relation.key.target]) {
      claims.set(end, (claims.get(end) ?? 0) + passing([relation]));
    }
  }
  if (lists.includes(null)) throw tooManyToWeigh();
  return Array.from(claims)
    .toSorted(([one, count], [other, otherCount]) => otherCount - count || compareText(one, other))
    .map(([id]) => id);
}

interface Reached {
  readonly filter: ClaimFilter | null | undefined;
  readonly known: readonly string[];
}

async function countReached(
  context: Context,
  ids: readonly string[],
  { filter, known }: Reached,
): Promise<number> {
  const rows = await context.read(nextNeighborTotal, {
    ids,
    known,
    ...(await filterParameters(context, filter)),
  });
  return known.length + numberOf(rows[0]?.['count']);
}

/** All relations among some entities that pass, those with the most claims first. */
export async function relationsAmong(
  context: Context,
  ids: readonly string[],
  { filter, maxRelations }: Pick<Growth, 'filter' | 'maxRelations'>,
): Promise<{ readonly relations: readonly Relation[]; readonly truncation: readonly Truncation[] }> {
  const weighs = needsWeighing(filter);
  const limit = weighs ? limits.subgraphRelations : maxRelations;
  const found = await relationIdsAmong(context, ids, { filter, limit });
  const passing = (await relationsOf(context, found.ids)).filter(relationPasses(filter));
  const relations = passing.slice(0, maxRelations);
  const all = found.total === found.ids.length;
  if (all && passing.length === relations.length) return { relations, truncation: [] };
  const total = !weighs ? found.total : all ? passing.length : null;
  return { relations, truncation: [relationsCut(relations.length, total)] };
}

/** The ids of relations among some entities whose claims pass, whatever weighing them would say; most claims first. */
export async function relationIdsAmong(
  context: Context,
  ids: readonly string[],
  { filter, limit }: Step,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const parameters = { ...among(ids), ...(await filterParameters(context, filter)) };
  const rows = await context.read(relationsWithin, { ...parameters, limit: limit + 1 });
  const found = rows.slice(0, limit).flatMap((row) => textOf(row['relation']) ?? []);
  if (rows.length <= limit) return { ids: found, total: found.length };
  const counted = await context.read(relationTotalWithin, parameters);
  return { ids: found, total: numberOf(counted[0]?.['count']) };
}

/** What a limit of relations left out. */
export function relationsCut(shown: number, total: number | null): Truncation {
  return { limit: 'maxRelations', at: null, shown, total, orderedBy: RELATION_ORDER };
}

function cut(
  ids: readonly string[],
  { maxNodes, total }: { readonly maxNodes: number; readonly total: number | null },
) {
  const truncation = { limit: 'maxNodes', at: null, shown: maxNodes, total, orderedBy: NODE_ORDER };
  return { ids: ids.slice(0, maxNodes), truncation: [truncation] };
}

/** An entity stands for itself, an article for the ends of its claims, a claim or relation for its ends; what there is not, for nothing. */
async function entitiesOfSeed(context: Context, seed: string): Promise<readonly string[]> {
  switch (kindOfId(seed)) {
    case 'relation': {
      const key = parseRelationId(seed);
      return key === null ? [] : existing(context, [key.source, key.target]);
    }
    case 'claim': {
      const claim = await claimById(context, seed);
      return claim ? [claim.key.source, claim.key.target] : [];
    }
    case 'entity-or-article': {
      const [entity, article] = await Promise.all([entityById(context, seed), articleById(context, seed)]);
      if (entity) return [entity.id];
      if (!article) return [];
      const ends = (await claimsOfArticle(context, seed)).flatMap(({ key }) => [key.source, key.target]);
      return Array.from(groupBy(ends, (id) => id))
        .toSorted(([one, own], [other, others]) => others.length - own.length || compareText(one, other))
        .map(([id]) => id);
    }
  }
}

async function existing(context: Context, ids: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(ids.map((id) => entityById(context, id)));
  return found.flatMap((entity) => entity?.id ?? []);
}
