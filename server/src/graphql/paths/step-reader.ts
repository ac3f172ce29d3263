import { groupBy } from '../../lib/group-by.ts';
import { entityId, relationId, type RelationKey } from '../../model/ids.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Row } from '../../store/values.ts';
import { filterParameters } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { compareText } from '../base/cursor.ts';
import { limits } from '../base/limits.ts';
import type { Direction } from '../base/relation-list.ts';
import { numberOf } from '../base/row-values.ts';
import type { Truncation } from '../base/truncation.ts';
import type { PathQuery } from './path-query.ts';
import { stepCounts, stepsFrom } from './statements.ts';

/** A relation as the search met it, before it is weighed. */
export interface MetRelation {
  readonly id: string;
  readonly key: RelationKey;
  /** May be taken against its arrow. */
  readonly bothWays: boolean;
  /** The best rung that the status of one of its claims gives, and how many claims pass the filter. */
  readonly rung: number;
  readonly claims: number;
}

/** Reads steps of paths, each entity's once, until the search has read as much as it may. */
export interface StepReader {
  /** All relations that were read. */
  readonly relations: ReadonlyMap<string, MetRelation>;
  /** Finds out how many relations entities have, in one statement. */
  count(ids: readonly string[]): Promise<void>;
  /** Whether a path may not pass through an entity. Those that were too many to count are taken for hubs. */
  isHub(id: string): boolean;
  /** How many relations would have to be read; entities that were not counted are taken as others are mostly. */
  costOf(ids: readonly string[], direction: Direction): number;
  /** Where steps lead to from entities that were counted, in at most one statement. */
  stepFrom(ids: readonly string[], direction: Direction): Promise<readonly string[]>;
  /** What was left out so far. */
  truncation(): readonly Truncation[];
}

export async function stepReader(context: Context, query: PathQuery): Promise<StepReader> {
  const { ends, filter, directed, maxDegree, without } = query;
  const symmetric = context.vocabulary.relationTypes.flatMap((type) => (type.symmetric ? [type.name] : []));
  const filtering = await filterParameters(context, { ...filter, neighborTypes: null });
  const shared = { ends, symmetric, without, ...filtering };
  const relations = new Map<string, MetRelation>();
  const counts = new Map<string, number>();
  const read = new Map<string, readonly string[]>();
  const leftOut = { uncounted: 0, unread: 0 };

  const countOf = (id: string): number => counts.get(id) ?? Number.MAX_SAFE_INTEGER;
  const isHub = (id: string): boolean => maxDegree !== null && !ends.includes(id) && countOf(id) > maxDegree;
  const unreadOf = (ids: readonly string[], direction: Direction): readonly string[] =>
    ids.filter((id) => !read.has(`${direction} ${id}`) && !isHub(id));

  /** Those that can still be read, the ones with the fewest relations first. */
  function affordable(ids: readonly string[]): string[] {
    let left = limits.pathRelations - relations.size;
    const ordered = ids.toSorted((one, other) => countOf(one) - countOf(other) || compareText(one, other));
    const first = ordered.findIndex((id) => (left -= countOf(id)) < 0);
    const within = first === -1 ? ordered : ordered.slice(0, first);
    leftOut.unread += ids.length - within.length;
    return within;
  }

  async function readSteps(ids: readonly string[], direction: Direction): Promise<void> {
    const rows = await context.read(stepsFrom, { ...shared, ids, direction, limit: limits.pathRelations });
    const met = rows.flatMap((row) => metRelationOf(row, { directed, symmetric }));
    for (const relation of met) relations.set(relation.id, relation);
    const leads = groupBy(
      met.flatMap((relation) => leadsOf(relation, direction)),
      ({ from }) => from,
    );
    for (const id of ids) {
      const others = (leads.get(id) ?? []).map(({ to }) => to);
      read.set(`${direction} ${id}`, others);
    }
  }

  return {
    relations,
    isHub,
    count: async (ids) => {
      const unknown = [...new Set(ids)].filter((id) => !counts.has(id)).toSorted(compareText);
      const asked = unknown.slice(0, limits.pathFrontier);
      leftOut.uncounted += unknown.length - asked.length;
      if (asked.length === 0) return;
      const rows = await context.read(stepCounts, { ...shared, ids: asked, direction: 'BOTH' });
      for (const id of asked) counts.set(id, 0);
      for (const row of rows) counts.set(textOf(row['id']) ?? '', numberOf(row['relations']));
    },
    costOf: (ids, direction) => {
      const usual = medianOf([...counts].flatMap(([id, count]) => (ends.includes(id) ? [] : [count])));
      const costs = ids.map((id) =>
        read.has(`${direction} ${id}`) || isHub(id) ? 0 : (counts.get(id) ?? usual),
      );
      return costs.reduce((sum, cost) => sum + cost, 0);
    },
    stepFrom: async (ids, direction) => {
      const unread = affordable(unreadOf(ids, direction));
      if (unread.length > 0) await readSteps(unread, direction);
      return ids.filter((id) => !isHub(id)).flatMap((id) => read.get(`${direction} ${id}`) ?? []);
    },
    truncation: () => [
      ...cut('entities at one distance', {
        left: leftOut.uncounted,
        shown: limits.pathFrontier,
        orderedBy: 'id',
      }),
      ...cut('relations looked at', {
        left: leftOut.unread,
        shown: relations.size,
        orderedBy: 'entities with the fewest relations first',
      }),
    ],
  };
}

/** Unlike the mean, no hub among them moves it; 1 of none. */
function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 1;
}

interface Cut {
  readonly left: number;
  readonly shown: number;
  readonly orderedBy: string;
}

function cut(limit: string, { left, shown, orderedBy }: Cut): readonly Truncation[] {
  return left === 0 ? [] : [{ limit, at: null, shown, total: null, orderedBy }];
}

interface Reading {
  readonly directed: boolean;
  readonly symmetric: readonly string[];
}

/** A relation from an entity to itself leads nowhere. */
function metRelationOf(row: Row, { directed, symmetric }: Reading): readonly MetRelation[] {
  const [source, type, target] = [textOf(row['source']), textOf(row['type']), textOf(row['target'])];
  if (source === null || type === null || target === null || source === target) return [];
  const key = { source: entityId(source), type, target: entityId(target) };
  const bothWays = !directed || symmetric.includes(type);
  const [rung, claims] = [numberOf(row['rung']), numberOf(row['claims'])];
  return [{ id: relationId(key), key, bothWays, rung, claims }];
}

interface Lead {
  readonly from: string;
  readonly to: string;
}

/** From which of its ends a relation leads to the other. */
function leadsOf({ key, bothWays }: MetRelation, direction: Direction): readonly Lead[] {
  const onwards = { from: key.source, to: key.target };
  const backwards = { from: key.target, to: key.source };
  if (bothWays) return [onwards, backwards];
  return direction === 'IN' ? [backwards] : [onwards];
}
