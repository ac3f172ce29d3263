import { setImmediate } from 'node:timers/promises';

import type { Support } from '../../model/evidence-ladder.ts';
import { comparePaths, type FoundPath, pathsInOrder, type StepGraph } from '../../model/paths.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import type { Truncation } from '../base/truncation.ts';
import { candidatesOf } from './candidates.ts';
import { explore, type Exploration } from './explore.ts';
import type { PathQuery } from './path-query.ts';
import type { MetRelation } from './step-reader.ts';
import { mapWays, waysOf } from './ways.ts';
import { type Weighed, weigh } from './weigh.ts';

export interface PathAnswer {
  readonly paths: readonly CarriedPath[];
  readonly complete: boolean;
  readonly truncation: readonly Truncation[];
}

export interface CarriedPath extends FoundPath {
  readonly hops: readonly CarriedHop[];
}

export interface CarriedHop {
  readonly from: string;
  readonly to: string;
  /** Carries the hop. */
  readonly best: Weighed;
  readonly others: readonly Weighed[];
}

/** The best paths of a query. Reads the graph around its ends as far as its length and the limits let it. */
export async function findPaths(context: Context, query: PathQuery): Promise<PathAnswer> {
  const { maxLength, rankBy, k } = query;
  const exploration = await explore(context, query);
  // By length, nothing needs to be read that only longer paths need; by evidence a longer one may be the best.
  for (let length = rankBy === 'SHORTEST' ? 1 : maxLength; ; length += 1) {
    const goesOn = await exploration.reach(length);
    const answer = await answerOf(context, { ...query, maxLength: length }, exploration);
    if (!goesOn || length === maxLength) return answer;
    if (answer.paths.length >= k) return { ...answer, truncation: withFurther(answer.truncation, query) };
  }
}

async function answerOf(context: Context, query: PathQuery, exploration: Exploration): Promise<PathAnswer> {
  const { k, rankBy } = query;
  const candidates = await candidatesOf(query, exploration);
  const chosen = chooseToWeigh(query, exploration, candidates);
  const ways = waysOf(await weigh(context, query, chosen), ({ met }) => met);
  const { paths, whole } = await bestPaths(query, exploration, mapWays(ways, supportOfHop));
  const cuts = [
    ...exploration.truncation(),
    ...(chosen.length === candidates.length ? [] : [weighedOnly(chosen.length, candidates.length)]),
    ...(whole ? [] : [triedOnly(paths.length, rankBy)]),
  ];
  return {
    paths: paths.slice(0, k).map((path) => ({ ...path, hops: hopsOf(path, ways) })),
    complete: cuts.length === 0,
    truncation: paths.length > k ? withFurther(cuts, query) : cuts,
  };
}

interface Best {
  readonly paths: readonly FoundPath[];
  /** Whether no limit ended the search. */
  readonly whole: boolean;
}

/** The best k of all pairs together, and one more if there is one. */
async function bestPaths(query: PathQuery, { pairs }: Exploration, graph: StepGraph): Promise<Best> {
  const { k, rankBy } = query;
  const found: Best[] = [];
  for (const pair of pairs) {
    found.push(firstOf(pathsInOrder({ ...searchOf(query, graph), ...pair }), k + 1));
    // Other requests get their turn between two pairs.
    await setImmediate();
  }
  const paths = found.flatMap((one) => one.paths).toSorted(comparePaths(rankBy));
  return { paths: paths.slice(0, k + 1), whole: found.every(({ whole }) => whole) };
}

function firstOf(search: Generator<FoundPath, boolean>, most: number): Best {
  const paths: FoundPath[] = [];
  for (;;) {
    const { done, value } = search.next();
    if (done) return { paths, whole: value };
    paths.push(value);
    if (paths.length === most) return { paths, whole: true };
  }
}

function searchOf({ ends, maxLength, rankBy }: PathQuery, graph: StepGraph) {
  const pairs = (ends.length * (ends.length - 1)) / 2;
  return {
    graph,
    barriers: new Set(ends),
    maxLength,
    rankBy,
    maxTried: Math.floor(limits.pathsTried / pairs),
  };
}

/**
 * All candidates, or where weighing them would take too long those on the paths that are best by what the
 * statuses of their claims say at first sight.
 */
function chooseToWeigh(
  query: PathQuery,
  { pairs }: Exploration,
  candidates: readonly MetRelation[],
): readonly MetRelation[] {
  if (candidates.length <= limits.weighedRelations) return candidates;
  const ways = waysOf(candidates, (one) => one);
  const graph = mapWays(ways, supportAtSight);
  const chosen = new Set<MetRelation>();
  for (const [index, pair] of pairs.entries()) {
    const share = Math.floor((limits.weighedRelations * (index + 1)) / pairs.length);
    for (const path of pathsInOrder({ ...searchOf(query, graph), ...pair })) {
      const carrying = path.nodes
        .slice(1)
        .flatMap((to, place) => ways.get(path.nodes[place] ?? '')?.get(to) ?? []);
      if (chosen.size + carrying.length > share) break;
      for (const relation of carrying) chosen.add(relation);
    }
  }
  return [...chosen];
}

function supportAtSight(relations: readonly MetRelation[]): Support {
  return {
    rung: Math.max(...relations.map(({ rung }) => rung)),
    origins: Math.max(...relations.map(({ claims }) => claims)),
  };
}

function supportOfHop([best]: readonly Weighed[]): Support {
  return best?.support ?? { rung: 0, origins: 0 };
}

function hopsOf({ nodes }: FoundPath, ways: ReturnType<typeof waysOf<Weighed>>): readonly CarriedHop[] {
  return nodes.slice(1).flatMap((to, index) => {
    const from = nodes[index] ?? '';
    const [best, ...others] = ways.get(from)?.get(to) ?? [];
    return best ? [{ from, to, best, others }] : [];
  });
}

function withFurther(truncation: readonly Truncation[], { k, rankBy }: PathQuery): readonly Truncation[] {
  if (truncation.some(({ limit }) => limit === 'k')) return truncation;
  return [...truncation, { limit: 'k', at: null, shown: k, total: null, orderedBy: rankBy }];
}

function weighedOnly(shown: number, total: number): Truncation {
  const orderedBy = 'rank by the statuses and numbers of claims';
  return { limit: 'relations weighed', at: null, shown, total, orderedBy };
}

function triedOnly(shown: number, orderedBy: string): Truncation {
  return { limit: 'paths tried', at: null, shown, total: null, orderedBy };
}
