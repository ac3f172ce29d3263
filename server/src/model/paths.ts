import { Heap } from '../lib/heap.ts';
import type { Support } from './evidence-ladder.ts';

export type PathRank = 'SHORTEST' | 'STRONGEST_EVIDENCE';

/** What may be stepped over, by where a step begins and where it leads. */
export type StepGraph = ReadonlyMap<string, ReadonlyMap<string, Support>>;

/** A way from one end to the other that meets nothing twice. */
export interface FoundPath {
  /** From end to end. */
  readonly nodes: readonly string[];
  /** That of its weakest step. */
  readonly support: Support;
  /** How many of its steps stand on the rung of the weakest. */
  readonly weakSteps: number;
}

export interface PathSearch {
  readonly graph: StepGraph;
  readonly from: string;
  readonly to: string;
  /** Where no path may pass through. */
  readonly barriers: ReadonlySet<string>;
  /** In steps. */
  readonly maxLength: number;
  readonly rankBy: PathRank;
  /** Beginnings of paths that may be looked at. */
  readonly maxTried: number;
}

/** A beginning of paths, and the best that any of them can still be: what `nodes` and the rest say of a finished path. */
interface Beginning extends FoundPath {
  readonly key: readonly number[];
  readonly walked: Pick<FoundPath, 'support' | 'weakSteps'>;
}

/** Support so good that no step weakens it less. */
const unweakened: Support = { rung: Number.POSITIVE_INFINITY, origins: Number.POSITIVE_INFINITY };

/**
 * All paths, best first; returns whether it looked at all of them, or stopped at `maxTried`.
 *
 * Best-first search over beginnings of paths (Hart, Nilsson and Raphael 1968), each valued by the best that
 * it can become: the fewest steps, and the best weakest step, by which the end can still be reached within
 * the length. Nothing along a path makes it better, so what is taken from the heap as finished is the next
 * best of all.
 */
export function* pathsInOrder(search: PathSearch): Generator<FoundPath, boolean> {
  const { graph, from, to, maxLength, rankBy, maxTried } = search;
  const reach = reachOf(search);
  const heap = new Heap<Beginning>(compareBeginnings);
  let tried = 0;
  const start: Beginning = {
    nodes: [from],
    key: [],
    support: unweakened,
    weakSteps: 0,
    walked: { support: unweakened, weakSteps: 0 },
  };
  for (let path: Beginning | undefined = start; path; path = heap.pop()) {
    const last = path.nodes.at(-1) ?? from;
    if (last === to) {
      yield path;
      continue;
    }
    const left = maxLength - path.nodes.length;
    for (const [next, support] of graph.get(last) ?? []) {
      const fromThere = left < 0 ? undefined : bestFrom(reach, next, left);
      if (fromThere === undefined || path.nodes.includes(next)) continue;
      tried += 1;
      if (tried > maxTried) return false;
      const walked = weakenedBy(path.walked, support);
      const best =
        fromThere.rung < walked.support.rung
          ? weakenedBy(walked, { ...unweakened, rung: fromThere.rung })
          : walked;
      const nodes = [...path.nodes, next];
      heap.push({ nodes, walked, ...best, key: keyOf(best, nodes.length - 1 + fromThere.steps, rankBy) });
    }
  }
  return true;
}

/** Orders as paths are ranked. */
export function comparePaths(rankBy: PathRank): (one: FoundPath, other: FoundPath) => number {
  return (one, other) =>
    compareBeginnings(
      { key: keyOf(one, one.nodes.length - 1, rankBy), nodes: one.nodes },
      { key: keyOf(other, other.nodes.length - 1, rankBy), nodes: other.nodes },
    );
}

/** Smaller is better: by the weakest step's rung, how many are that weak, and its origins; and by length. */
function keyOf(
  { support, weakSteps }: Pick<FoundPath, 'support' | 'weakSteps'>,
  length: number,
  rankBy: PathRank,
): readonly number[] {
  const evidence = [-support.rung, weakSteps, -support.origins];
  return rankBy === 'SHORTEST' ? [length, ...evidence] : [...evidence, length];
}

function compareBeginnings(
  one: Pick<Beginning, 'key' | 'nodes'>,
  other: Pick<Beginning, 'key' | 'nodes'>,
): number {
  return compareLists(one.key, other.key) || compareLists(one.nodes, other.nodes);
}

/** By the first difference; a beginning comes before what it begins. */
function compareLists<T extends string | number>(one: readonly T[], other: readonly T[]): number {
  for (const [index, item] of one.entries()) {
    const counterpart = other[index];
    if (counterpart === undefined) return 1;
    if (item !== counterpart) return item < counterpart ? -1 : 1;
  }
  return one.length - other.length;
}

function weakenedBy(
  path: Pick<FoundPath, 'support' | 'weakSteps'>,
  step: Support,
): Pick<FoundPath, 'support' | 'weakSteps'> {
  if (step.rung > path.support.rung) return path;
  if (step.rung < path.support.rung) return { support: step, weakSteps: 1 };
  const origins = Math.min(step.origins, path.support.origins);
  return { support: { rung: step.rung, origins }, weakSteps: path.weakSteps + 1 };
}

/** By number of steps: for every node from which so many lead to the end, the best rung of their weakest. */
type Reach = readonly ReadonlyMap<string, number>[];

function reachOf({ graph, from, to, barriers, maxLength }: PathSearch): Reach {
  const before = reversed(graph);
  const levels: Map<string, number>[] = [new Map([[to, Number.POSITIVE_INFINITY]])];
  for (let steps = 1; steps < maxLength; steps += 1) {
    const level = new Map<string, number>();
    for (const [node, rung] of levels[steps - 1] ?? []) {
      for (const [previous, support] of before.get(node) ?? []) {
        if (previous === to || previous === from || barriers.has(previous)) continue;
        level.set(previous, Math.max(level.get(previous) ?? -1, Math.min(rung, support.rung)));
      }
    }
    levels.push(level);
  }
  return levels;
}

/** The fewest steps from a node to the end, and the best rung with at most so many; undefined if it is out of reach. */
function bestFrom(
  reach: Reach,
  node: string,
  left: number,
): { readonly steps: number; readonly rung: number } | undefined {
  let found: { readonly steps: number; readonly rung: number } | undefined;
  for (let steps = 0; steps <= left; steps += 1) {
    const rung = reach[steps]?.get(node);
    if (rung !== undefined && (found === undefined || rung > found.rung)) {
      found = { steps: found?.steps ?? steps, rung };
    }
  }
  return found;
}

function reversed(graph: StepGraph): StepGraph {
  const before = new Map<string, Map<string, Support>>();
  for (const [node, steps] of graph) {
    for (const [next, support] of steps) {
      const known = before.get(next) ?? new Map<string, Support>();
      known.set(node, support);
      before.set(next, known);
    }
  }
  return before;
}
