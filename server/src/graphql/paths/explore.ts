import type { Context } from '../base/context.ts';
import type { Direction } from '../base/relation-list.ts';
import type { PathQuery } from './path-query.ts';
import { type StepReader, stepReader } from './step-reader.ts';

/** Two ends that paths run between. */
interface Pair {
  readonly from: string;
  readonly to: string;
}

export interface Exploration extends Pick<StepReader, 'relations' | 'truncation'> {
  readonly pairs: readonly Pair[];
  /**
   * Reads on until every relation of every path of at most this length has been read, or the limits are
   * reached. Says whether there is more for longer paths to find.
   */
  reach(length: number): Promise<boolean>;
  /** Of some entities, those that a path may not pass through since they have too many relations. */
  hubsAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** What has been reached from one end. */
interface Side {
  readonly direction: Direction;
  readonly seen: Set<string>;
  /** What is as many steps away as `radius` says; all that is nearer has been read. */
  frontier: readonly string[];
  radius: number;
  /** Whether the relations of the frontier have been counted. */
  counted: boolean;
}

/**
 * Begins a breadth-first search from all ends (bi-directional search, Pohl 1971), with one statement for
 * a whole level, always from the end where there is less to read.
 */
export async function explore(context: Context, query: PathQuery): Promise<Exploration> {
  const { ends, directed, maxDegree } = query;
  const reader = await stepReader(context, query);
  await reader.count(ends);
  const sides = new Map<string, Side>();
  const sideOf = (end: string, direction: Direction): Side => {
    const name = `${direction} ${end}`;
    const side = sides.get(name) ?? sideAt(end, direction);
    sides.set(name, side);
    return side;
  };
  const pairs = ends.flatMap((from, index) => ends.slice(index + 1).map((to) => ({ from, to })));
  const sidesOfPairs = pairs.map(({ from, to }) => [
    sideOf(from, directed ? 'OUT' : 'BOTH'),
    sideOf(to, directed ? 'IN' : 'BOTH'),
  ]);

  async function advance(side: Side): Promise<void> {
    const { direction, seen, frontier } = side;
    if (!side.counted) {
      await reader.count(frontier);
      // If there is a hub among them, another side may be the cheaper one.
      side.counted = true;
      return;
    }
    const reached = await reader.stepFrom(frontier, direction);
    const fresh = new Set(reached.filter((id) => !seen.has(id) && !ends.includes(id)));
    for (const id of fresh) seen.add(id);
    side.frontier = [...fresh];
    side.radius += 1;
    side.counted = false;
  }

  return {
    pairs,
    relations: reader.relations,
    truncation: () => reader.truncation(),
    reach: async (length) => {
      for (;;) {
        const short = sidesOfPairs.filter((both) => isOpen(both) && radiusOf(both) < length).flat();
        const costs = new Map(short.map((side) => [side, reader.costOf(side.frontier, side.direction)]));
        const [cheapest] = short.toSorted((one, other) => (costs.get(one) ?? 0) - (costs.get(other) ?? 0));
        if (!cheapest) return sidesOfPairs.some(isOpen);
        await advance(cheapest);
      }
    },
    hubsAmong: async (ids) => {
      if (maxDegree === null) return new Set();
      await reader.count(ids.filter((id) => !ends.includes(id)));
      return new Set(ids.filter((id) => reader.isHub(id)));
    },
  };
}

function sideAt(end: string, direction: Direction): Side {
  return { direction, seen: new Set([end]), frontier: [end], radius: 0, counted: true };
}

/** Both have somewhere to go: where one has not, all that it can reach is known. */
function isOpen(both: readonly Side[]): boolean {
  return both.every(({ frontier }) => frontier.length > 0);
}

function radiusOf(both: readonly Side[]): number {
  return both.reduce((sum, { radius }) => sum + radius, 0);
}
