import type { Worker } from 'node:worker_threads';

import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';

import { groupBy } from '../../server/src/lib/group-by.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { article } from './documents.ts';
import { fill, type SmallClaim } from './small-graph.ts';

const asked = `query ($measure: AnalysisMeasure!, $seeds: [ID!], $depth: Int, $filter: ClaimFilter, $maxNodes: Int) {
  analysis(measure: $measure, seeds: $seeds, depth: $depth, filter: $filter, maxNodes: $maxNodes) {
    measure method relationCount truncation { limit at shown total orderedBy } nodes { entity { id } score community } } }`;

const measures = ['DEGREE', 'PAGERANK', 'BETWEENNESS', 'COMMUNITIES'];

/** What the first store answered: every other has to answer the same. */
const answers = new Map<string, Data>();

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });

  it.each(measures)('%s of the article is the same each time and on every store', async (measure) => {
    const { analysis } = await api.data(asked, { measure, seeds: [article], depth: 0 });
    expect(analysis.truncation).toEqual([]);
    expect(analysis.nodes.length).toBeGreaterThan(30);
    expect(await api.data(asked, { measure, seeds: [article], depth: 0 })).toEqual({ analysis });
    const first = answers.get(measure) ?? analysis;
    answers.set(measure, first);
    expect(analysis).toEqual(first);
  });

  it('measures two graphs at a time, however many a query asks for', async () => {
    let [running, most, begun] = [0, 0, 0];
    const count = (thread: Worker): void => {
      begun += 1;
      running += 1;
      most = Math.max(most, running);
      thread.once('exit', () => (running -= 1));
    };
    process.on('worker', count);
    try {
      const fields = measures.flatMap((measure) =>
        [0, 1].map(
          (depth) =>
            `${measure}${depth}: analysis(measure: ${measure}, seeds: ["${article}"], depth: ${depth}) { relationCount }`,
        ),
      );
      await api.data(`{ ${fields.join(' ')} }`);
    } finally {
      process.off('worker', count);
    }
    expect([begun, most]).toEqual([8, 2]);
  });

  it('names algorithm, library and version, and counts the relations that it saw', async () => {
    const seen = await api.data(`{ degree: analysis(measure: DEGREE) { method relationCount }
      between: analysis(measure: BETWEENNESS) { method } pagerank: analysis(measure: PAGERANK) { method }
      communities: analysis(measure: COMMUNITIES) { method } relations { totalCount } }`);
    expect(seen['degree']).toEqual({
      method: 'weighted degree (graphology-metrics 2.4.2)',
      relationCount: seen['relations'].totalCount,
    });
    expect(seen['between'].method).toBe(
      'betweenness by Brandes, unweighted, normalized (graphology-metrics 2.4.2)',
    );
    expect(seen['pagerank'].method).toBe('PageRank, damping 0.85 (graphology-metrics 2.4.2)');
    expect(seen['communities'].method).toBe('Louvain, resolution 1 (graphology-communities-louvain 2.0.2)');
  });

  it('without seeds takes the entities with the most claims, and says that it left out others', async () => {
    const { analysis } = await api.data(asked, { measure: 'DEGREE', maxNodes: 3 });
    const { claims } = await api.data('{ claims(first: 500) { nodes { relation { sourceId targetId } } } }');
    const ends: string[] = claims.nodes.flatMap(({ relation }: Data) => [
      relation.sourceId,
      relation.targetId,
    ]);
    const counts = groupBy(ends, (id) => id);
    const expected = [...counts.keys()].toSorted((one, other) => {
      const [ones, others] = [counts.get(one)?.length ?? 0, counts.get(other)?.length ?? 0];
      return others - ones || (one < other ? -1 : 1);
    });
    expect(new Set(analysis.nodes.map(({ entity }: Data) => entity.id))).toEqual(
      new Set(expected.slice(0, 3)),
    );
    expect(analysis.truncation).toEqual([
      { limit: 'maxNodes', at: null, shown: 3, total: null, orderedBy: 'most claims' },
    ]);
  });

  it('what the filter leaves out is not measured', async () => {
    for (const filter of [{ types: ['ALLIED_WITH'] }, { standing: ['DISPUTED'] }, { minOrigins: 2 }]) {
      const { analysis } = await api.data(asked, { measure: 'DEGREE', seeds: [article], depth: 0, filter });
      const { relations } = await api.data(
        'query ($filter: ClaimFilter) { relations(filter: $filter) { totalCount } }',
        { filter },
      );
      expect(relations.totalCount).toBeGreaterThan(0);
      expect(analysis.relationCount).toBe(relations.totalCount);
    }
  });

  it.each(measures)('%s of nothing is empty', async (measure) => {
    const { analysis } = await api.data(asked, { measure, seeds: ['nobody'] });
    expect(analysis).toMatchObject({ nodes: [], relationCount: 0, truncation: [] });
  });

  it.each([
    ['maxNodes', { maxNodes: 4_001 }, { value: 4_001, max: 4_000 }],
    ['depth', { seeds: ['cia'], depth: 5 }, { value: 5, max: 4 }],
  ])('a higher %s than is allowed is refused with both numbers', async (limit, variables, numbers) => {
    const [error] = await api.errors(asked, { measure: 'DEGREE', ...variables });
    expect(error?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit, ...numbers });
  });
});

forEachStore((_, open) => {
  let store: Store;
  let api: Api;
  beforeEach(async () => {
    store = await open();
    api = await apiOf(store);
  });

  it('finds the two groups of which one link joins', async () => {
    const group = (name: string): SmallClaim[] =>
      [1, 2, 3, 4].flatMap((one) =>
        [1, 2, 3, 4]
          .filter((other) => other > one)
          .map((other) => ({ source: `${name}${one}`, target: `${name}${other}` })),
      );
    await fill(store, [...group('x'), ...group('a'), { source: 'a1', target: 'x1' }], ['alone']);
    const { analysis } = await api.data(asked, { measure: 'COMMUNITIES', seeds: ['a1', 'alone'] });
    expect(analysis.nodes.map(({ entity, community }: Data) => `${entity.id} ${community}`)).toEqual([
      'a1 0',
      'a2 0',
      'a3 0',
      'a4 0',
      'x1 1',
      'x2 1',
      'x3 1',
      'x4 1',
      'alone 2',
    ]);
  });

  it('scores what the definitions say, claims of one relation once', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(graphs, async (claims) => {
        runs += 1;
        const named = claims.map((claim) => ({
          ...claim,
          source: `${claim.source}${runs}`,
          target: `${claim.target}${runs}`,
        }));
        const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => `${id}${runs}`);
        // Each twice: two claims make one relation.
        await fill(store, [...named, ...named], ids);
        const links = named.filter(({ source, target }) => source !== target);
        for (const [measure, expected] of [
          ['DEGREE', degrees],
          ['PAGERANK', pageRanks],
          ['BETWEENNESS', betweenness],
        ] as const) {
          const { analysis } = await api.data(asked, { measure, seeds: ids, depth: 0 });
          const scores = expected(ids, links);
          expect(analysis.nodes).toHaveLength(ids.length);
          for (const { entity, score } of analysis.nodes)
            expect(score).toBeCloseTo(scores.get(entity.id) ?? -1, 9);
        }
      }),
      { numRuns: 6 },
    );
  });
});

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const graphs = fc.uniqueArray(
  fc.record({ source: node, target: node, type: fc.constantFrom('TOLD', 'MET') }),
  { maxLength: 10, selector: ({ source, target, type }) => [source, type, target].join('~') },
);

type Link = Pick<SmallClaim, 'source' | 'target' | 'type'>;

function degrees(ids: readonly string[], links: readonly Link[]): Map<string, number> {
  const ends = links.flatMap(({ source, target }) => [source, target]);
  return new Map(ids.map((id) => [id, ends.filter((end) => end === id).length]));
}

/** The random surfer, step by step until nothing moves. */
function pageRanks(ids: readonly string[], links: readonly Link[]): Map<string, number> {
  const arrows = links.flatMap(({ source, target, type }) => [
    { source, target },
    ...(type === 'MET' ? [{ source: target, target: source }] : []),
  ]);
  const outOf = new Map(ids.map((id) => [id, arrows.filter(({ source }) => source === id).length]));
  let ranks = new Map(ids.map((id) => [id, 1 / ids.length]));
  for (let step = 0; step < 500; step += 1) {
    const stuck = ids.filter((id) => outOf.get(id) === 0).reduce((sum, id) => sum + (ranks.get(id) ?? 0), 0);
    ranks = new Map(
      ids.map((id) => {
        const coming = arrows.filter(({ target }) => target === id);
        const flow = coming.reduce(
          (sum, { source }) => sum + (ranks.get(source) ?? 0) / (outOf.get(source) ?? 1),
          0,
        );
        return [id, 0.15 / ids.length + 0.85 * (flow + stuck / ids.length)];
      }),
    );
  }
  return ranks;
}

/** The share of shortest ways between each two others, by walking them all. */
function betweenness(ids: readonly string[], links: readonly Link[]): Map<string, number> {
  const besides = (id: string): readonly string[] => [
    ...new Set(
      links.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])),
    ),
  ];
  const scores = new Map(ids.map((id) => [id, 0]));
  for (const from of ids) {
    for (const to of ids.filter((id) => id !== from)) {
      let ways: string[][] = [[from]];
      const seen = new Set<string>();
      while (ways.length > 0 && !ways.some((way) => way.at(-1) === to)) {
        for (const way of ways) seen.add(way.at(-1) ?? '');
        ways = ways.flatMap((way) =>
          besides(way.at(-1) ?? '').flatMap((next) => (seen.has(next) ? [] : [[...way, next]])),
        );
      }
      const shortest = ways.filter((way) => way.at(-1) === to);
      for (const way of shortest) {
        for (const id of way.slice(1, -1)) scores.set(id, (scores.get(id) ?? 0) + 1 / shortest.length);
      }
    }
  }
  const pairs = (ids.length - 1) * (ids.length - 2);
  return new Map(ids.map((id) => [id, (scores.get(id) ?? 0) / pairs]));
}
