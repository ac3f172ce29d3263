import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Support } from './evidence-ladder.ts';
import { comparePaths, type FoundPath, type PathRank, type PathSearch, pathsInOrder } from './paths.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const node = fc.constantFrom(...names);
const step = fc.record({ from: node, to: node, rung: fc.nat(5), origins: fc.nat(2) });
const searches = fc.record({
  steps: fc.array(step, { maxLength: 30 }),
  barriers: fc.subarray(['c', 'd']),
  maxLength: fc.integer({ min: 1, max: 6 }),
  rankBy: fc.constantFrom<PathRank>('SHORTEST', 'STRONGEST_EVIDENCE'),
});

function graphOf(steps: readonly (Support & { readonly from: string; readonly to: string })[]) {
  const graph = new Map<string, Map<string, Support>>();
  for (const { from, to, rung, origins } of steps) {
    const around = graph.get(from) ?? new Map<string, Support>();
    around.set(to, { rung, origins });
    graph.set(from, around);
  }
  return graph;
}

/** Every simple path by walking everywhere, valued only when it is whole. */
function everyPath({ graph, to, barriers, maxLength }: PathSearch, nodes: readonly string[]): FoundPath[] {
  const last = nodes.at(-1) ?? '';
  if (last === to) return [valued(graph, nodes)];
  if (nodes.length > maxLength || (nodes.length > 1 && barriers.has(last))) return [];
  return [...(graph.get(last)?.keys() ?? [])]
    .filter((next) => !nodes.includes(next))
    .flatMap((next) => everyPath({ graph, to, barriers, maxLength } as PathSearch, [...nodes, next]));
}

function valued(graph: PathSearch['graph'], nodes: readonly string[]): FoundPath {
  const steps = nodes.slice(1).flatMap((next, index) => graph.get(nodes[index] ?? '')?.get(next) ?? []);
  const rung = Math.min(...steps.map((one) => one.rung));
  const weak = steps.filter((one) => one.rung === rung);
  const origins = Math.min(...weak.map((one) => one.origins));
  return { nodes, support: { rung, origins }, weakSteps: weak.length };
}

function run(search: PathSearch): { readonly paths: readonly FoundPath[]; readonly whole: boolean } {
  const paths: FoundPath[] = [];
  const found = pathsInOrder(search);
  for (;;) {
    const { done, value } = found.next();
    if (done) return { paths, whole: value };
    const { nodes, support, weakSteps } = value;
    paths.push({ nodes, support, weakSteps });
  }
}

it('gives every simple path in the order of its rank, as walking everywhere does', () => {
  fc.assert(
    fc.property(searches, ({ steps, barriers, maxLength, rankBy }) => {
      const search: PathSearch = {
        graph: graphOf(steps),
        from: 'a',
        to: 'b',
        barriers: new Set(barriers),
        maxLength,
        rankBy,
        maxTried: 1_000_000,
      };
      const expected = everyPath(search, ['a']).toSorted(comparePaths(rankBy));
      expect(run(search)).toEqual({ paths: expected, whole: true });
    }),
    { numRuns: 1_000 },
  );
});

it('ranks by what a reader would defend: the weakest step, how many are that weak, its origins, the length', () => {
  const path = (nodes: string, rung: number, more: { weakSteps?: number; origins?: number } = {}) => ({
    nodes: nodes.split(''),
    support: { rung, origins: more.origins ?? 1 },
    weakSteps: more.weakSteps ?? 1,
  });
  const direct = path('ab', 1);
  const longer = path('acb', 4, { weakSteps: 2 });
  const longest = path('acdb', 4);
  const backed = path('aedb', 4, { origins: 2 });
  const all = [direct, longer, longest, backed];
  expect(all.toSorted(comparePaths('STRONGEST_EVIDENCE'))).toEqual([backed, longest, longer, direct]);
  expect(all.toSorted(comparePaths('SHORTEST'))).toEqual([direct, longer, backed, longest]);
});

it('says that it stopped, and what it gave until then is the best', () => {
  const complete = names.flatMap((from) => names.map((to) => ({ from, to, rung: 4, origins: 1 })));
  const search: PathSearch = {
    graph: graphOf(complete),
    from: 'a',
    to: 'b',
    barriers: new Set(),
    maxLength: 6,
    rankBy: 'SHORTEST',
    maxTried: 40,
  };
  const { paths, whole } = run(search);
  expect(whole).toBe(false);
  expect(paths.slice(0, 3).map(({ nodes }) => nodes.join(''))).toEqual(['ab', 'acb', 'adb']);
});
