import fc from 'fast-check';
import { beforeAll, beforeEach, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { fill, type SmallClaim } from './small-graph.ts';

const asked = `query ($between: [ID!]!, $k: Int, $maxLength: Int, $filter: ClaimFilter, $directed: Boolean, $maxDegree: Int, $rankBy: PathRank) {
  paths(between: $between, k: $k, maxLength: $maxLength, filter: $filter, directed: $directed, maxDegree: $maxDegree, rankBy: $rankBy) {
    complete truncation { limit at shown total orderedBy }
    paths { rank length standing support hops { forward support from { id } to { id } relation { id } others { id } } } } }`;

/** A path as a line: "a -ESTABLISHES-> b <-LEADS- c". */
function lineOf({ hops }: Data): string {
  const steps = hops.map(({ forward, relation, to }: Data) => {
    const type = relation.id.split('~')[1];
    return `${forward ? `-${type}->` : `<-${type}-`} ${to.id}`;
  });
  return [hops[0].from.id, ...steps].join(' ');
}

const nothingLeftOut = { complete: true, truncation: [] };

forEachStore((_, open) => {
  let store: Store;
  let api: Api;
  beforeAll(async () => {
    store = await openLoadedStore(open);
    api = await apiOf(store);
  });

  async function linesOf(variables: Record<string, unknown>): Promise<readonly string[]> {
    const { paths } = await api.data(asked, variables);
    return paths.paths.map(lineOf);
  }

  it('ties the CIA to Cuba: whatever their length, paths over the planned annex stand below asserted ones', async () => {
    const { paths } = await api.data(asked, { between: ['cia', 'cuba'], k: 8, rankBy: 'STRONGEST_EVIDENCE' });
    expect(paths.paths.map(({ rank }: Data) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(paths.paths.map(lineOf).slice(0, 6)).toEqual([
      'cia <-ROLE_IN- cia-director <-SENDS- united-states -CUTS_OFF-> cuba',
      'cia <-ROLE_IN- cia-director <-SENDS- united-states -CONDUCTED-> us-oil-cutoff-cuba -CUTS_OFF-> cuba',
      'cia <-ROLE_IN- cia-director <-SENDS- united-states -GIVES_ORDERS_TO-> venezuela <-ALLIED_WITH- cuba',
      'cia <-LEADS- john-ratcliffe -HOLDS_ROLE-> cia-director <-SENDS- united-states -CUTS_OFF-> cuba',
      'cia <-LEADS- john-ratcliffe <-MET- delcy-rodriguez -OPPOSES-> united-states -CUTS_OFF-> cuba',
      'cia <-LEADS- john-ratcliffe <-MET- delcy-rodriguez -LEADS-> venezuela <-ALLIED_WITH- cuba',
    ]);
    expect(paths.paths.map(({ support }: Data) => support)).toEqual([4, 4, 4, 4, 4, 4, 1, 1]);
    expect(paths.complete).toBe(true);
    expect(paths.truncation).toEqual([
      { limit: 'k', at: null, shown: 8, total: null, orderedBy: 'STRONGEST_EVIDENCE' },
    ]);
  });

  it('by length the shortest comes first, and its weakest hop tells how well it stands', async () => {
    const { paths } = await api.data(asked, { between: ['cia', 'cuba'], k: 1, maxLength: 2 });
    expect(paths).toEqual({
      ...nothingLeftOut,
      paths: [
        {
          rank: 1,
          length: 2,
          standing: 'SINGLE_ORIGIN',
          support: 1,
          hops: [
            {
              forward: true,
              support: 1,
              from: { id: 'cia' },
              to: { id: 'venezuela' },
              relation: { id: 'cia~INFLUENCES~venezuela' },
              others: [],
            },
            {
              forward: false,
              support: 4,
              from: { id: 'venezuela' },
              to: { id: 'cuba' },
              relation: { id: 'cuba~ALLIED_WITH~venezuela' },
              others: [{ id: 'venezuela~SUPPLIES~cuba' }],
            },
          ],
        },
      ],
    });
  });

  it('what the filter leaves out carries no path', async () => {
    const between = ['cia', 'cuba'];
    expect(await linesOf({ between, maxLength: 2, filter: { excludeEntities: ['venezuela'] } })).toEqual([]);
    expect(await linesOf({ between, maxLength: 2, filter: { excludeTypes: ['INFLUENCES'] } })).toEqual([]);
    expect(await linesOf({ between, maxLength: 2, filter: { statuses: ['ASSERTED'] } })).toEqual([]);
    expect(await linesOf({ between, filter: { minOrigins: 2 } })).toEqual([]);
    expect(await linesOf({ between, filter: { standing: ['CORROBORATED'] } })).toEqual([]);
    expect(await linesOf({ between, maxLength: 2, filter: { standing: ['SINGLE_ORIGIN'] } })).toHaveLength(1);
  });

  it('refuses what cannot be meant, and names it', async () => {
    const same = await api.errors(asked, { between: ['cia', 'cia'] });
    expect(same[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    const [unknown] = await api.errors(asked, { between: ['cia', 'nobody', 'cia~LEADS~no'] });
    expect(unknown?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      unknown: ['nobody', 'cia~LEADS~no'],
    });
  });

  it.each([
    ['between', { between: ['1', '2', '3', '4', '5', '6'] }, { value: 6, max: 5 }],
    ['k', { between: ['cia', 'cuba'], k: 21 }, { value: 21, max: 20 }],
    ['maxLength', { between: ['cia', 'cuba'], maxLength: 7 }, { value: 7, max: 6 }],
  ])('a higher %s than is allowed is refused with both numbers', async (limit, variables, numbers) => {
    const [error] = await api.errors(asked, variables);
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

  async function linesIn(
    claims: readonly SmallClaim[],
    variables: Record<string, unknown>,
  ): Promise<readonly string[]> {
    await fill(store, claims);
    const { paths } = await api.data(asked, variables);
    expect(paths).toMatchObject(nothingLeftOut);
    return paths.paths.map(lineOf);
  }

  it('a relation from an entity to itself is no step, and what is not connected has no path', async () => {
    const claims = [
      { source: 'a', target: 'a' },
      { source: 'b', target: 'c' },
    ];
    expect(await linesIn(claims, { between: ['a', 'b'], maxLength: 6 })).toEqual([]);
  });

  it('several relations between two entities are one hop, carried by the strongest', async () => {
    await fill(store, [
      { source: 'a', target: 'b', type: 'OPPOSES', status: 'planned' },
      { source: 'b', target: 'a', type: 'SUPPORTS', status: 'asserted' },
      { source: 'a', target: 'b', type: 'LEADS', status: 'reported' },
    ]);
    const { paths } = await api.data(asked, { between: ['a', 'b'] });
    expect(paths.paths.map(lineOf)).toEqual(['a <-SUPPORTS- b']);
    expect(paths.paths[0].hops[0].others).toEqual([{ id: 'a~LEADS~b' }, { id: 'a~OPPOSES~b' }]);
  });

  it('among three, paths end at the first other that they meet', async () => {
    const claims = [
      { source: 'a', target: 'b' },
      { source: 'b', target: 'c' },
    ];
    expect(await linesIn(claims, { between: ['a', 'b', 'c'] })).toEqual(['a -TOLD-> b', 'b -TOLD-> c']);
  });

  it('directed paths follow the arrows from those named earlier, and symmetric relations both ways', async () => {
    const claims = [
      { source: 'a', target: 'm' },
      { source: 'b', target: 'm', type: 'MET' },
      { source: 'a', target: 'n' },
      { source: 'b', target: 'n' },
    ];
    const between = ['a', 'b'];
    expect(await linesIn(claims, { between, directed: true })).toEqual(['a -TOLD-> m <-MET- b']);
    expect(await linesIn([], { between: ['b', 'a'], directed: true })).toEqual([]);
    expect(await linesIn([], { between })).toHaveLength(2);
  });

  it('hubs are not passed, but may be where a path ends', async () => {
    const hub = ['a', 'b', 'x', 'y'].map((target) => ({ source: 'hub', target }));
    const around = [
      { source: 'a', target: 'm' },
      { source: 'm', target: 'n' },
      { source: 'n', target: 'b' },
    ];
    const lines = await linesIn([...hub, ...around], { between: ['a', 'b'], maxDegree: 3 });
    expect(lines).toEqual(['a -TOLD-> m -TOLD-> n -TOLD-> b']);
    expect(await linesIn([], { between: ['a', 'b'], maxDegree: 4, k: 1, maxLength: 2 })).toHaveLength(1);
    expect(await linesIn([], { between: ['hub', 'b'], maxDegree: 3, maxLength: 1 })).toEqual([
      'hub -TOLD-> b',
    ]);
  });

  it('denied and withdrawn claims carry a path only where statuses ask for them', async () => {
    const claims = [
      { source: 'a', target: 'b', status: 'denied' },
      { source: 'a', target: 'm', id: 'x/withdrawn' },
      { source: 'a', target: 'm', status: 'retracted', disputes: ['x/withdrawn'] },
      { source: 'm', target: 'b' },
    ];
    const between = ['a', 'b'];
    expect(await linesIn(claims, { between })).toEqual([]);
    expect(await linesIn([], { between, filter: { statuses: ['DENIED'] } })).toEqual(['a -TOLD-> b']);
    expect(await linesIn([], { between, filter: { statuses: ['ASSERTED'] } })).toEqual([
      'a -TOLD-> m -TOLD-> b',
    ]);
  });

  it("no path goes through an article's own voice, which may still be an end", async () => {
    await fill(store, [
      { source: 'voice', target: 'a' },
      { source: 'voice', target: 'b' },
    ]);
    await store.write((transaction) => transaction.run(`MATCH (v:Entity {id: 'voice'}) SET v:Source:Voice`));
    expect(await linesIn([], { between: ['a', 'b'] })).toEqual([]);
    expect(await linesIn([], { between: ['a', 'voice'] })).toEqual(['a <-TOLD- voice']);
  });

  it('says so where hubs have more relations than a search reads', async () => {
    await fill(store, [
      { source: 'a', target: 'm' },
      { source: 'm', target: 'b' },
    ]);
    const crowd = `MATCH (e:Entity {id: $id}) UNWIND range(1, 20000) AS n
      CREATE (e)-[:TOLD {status: 'asserted'}]->(:Entity {id: $id + '-' + n})`;
    for (const id of ['a', 'b']) await store.write((transaction) => transaction.run(crowd, { id }));
    const { paths } = await api.data(asked, { between: ['a', 'b'] });
    expect(paths).toMatchObject({
      complete: false,
      paths: [],
      truncation: [{ limit: 'relations looked at', shown: 0, total: null }],
    });
    const direct = [{ source: 'm', target: 'c' }];
    expect(await linesIn(direct, { between: ['a', 'c'], maxLength: 2 })).toEqual(['a -TOLD-> m -TOLD-> c']);
  });

  it('finds what walking everywhere finds, in the same order', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(graphs, async ({ claims, maxLength, k, directed, rankBy }) => {
        runs += 1;
        const named = claims.map((claim) => ({
          ...claim,
          source: `${claim.source}${runs}`,
          target: `${claim.target}${runs}`,
        }));
        const [from, to] = [`a${runs}`, `b${runs}`];
        await fill(store, named, [from, to]);
        const { paths } = await api.data(asked, { between: [from, to], maxLength, k, directed, rankBy });
        const expected = everyPath(named, { from, to, maxLength, directed }).toSorted(byRank(rankBy));
        expect(paths.complete).toBe(true);
        expect(
          paths.paths.map(({ hops }: Data) => [from, ...hops.map(({ to: { id } }: Data) => id)]),
        ).toEqual(expected.slice(0, k).map(({ nodes }) => nodes));
        expect(paths.paths.map(({ support }: Data) => support)).toEqual(
          expected.slice(0, k).map(({ rungs }) => Math.min(...rungs)),
        );
      }),
      { numRuns: 30 },
    );
  });
});

const rungs: Readonly<Record<string, number>> = { asserted: 4, reported: 2, planned: 1, opinion: 0 };
const entity = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const graphs = fc.record({
  claims: fc.uniqueArray(
    fc.record({
      source: entity,
      target: entity,
      type: fc.constantFrom('TOLD', 'LEADS'),
      status: fc.constantFrom('asserted', 'reported', 'planned', 'opinion', 'denied'),
    }),
    { maxLength: 18, selector: ({ source, target, type }) => [source, type, target].join('~') },
  ),
  maxLength: fc.integer({ min: 1, max: 6 }),
  k: fc.integer({ min: 1, max: 20 }),
  directed: fc.boolean(),
  rankBy: fc.constantFrom('SHORTEST', 'STRONGEST_EVIDENCE'),
});

interface Walk {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly directed: boolean;
}

interface Walked {
  readonly nodes: readonly string[];
  readonly rungs: readonly number[];
}

function everyPath(
  claims: readonly SmallClaim[],
  { from, to, maxLength, directed }: Walk,
): readonly Walked[] {
  const walk = (path: Walked): readonly Walked[] => {
    const last = path.nodes.at(-1) ?? from;
    if (last === to) return [path];
    if (path.rungs.length === maxLength) return [];
    const best = new Map<string, number>();
    for (const { source, target, status } of claims) {
      const rung = rungs[status ?? ''];
      const next = source === last ? target : !directed && target === last ? source : undefined;
      if (next === undefined || rung === undefined || path.nodes.includes(next)) continue;
      best.set(next, Math.max(rung, best.get(next) ?? 0));
    }
    return [...best].flatMap(([next, rung]) =>
      walk({ nodes: [...path.nodes, next], rungs: [...path.rungs, rung] }),
    );
  };
  return walk({ nodes: [from], rungs: [] });
}

function byRank(rankBy: string): (one: Walked, other: Walked) => number {
  const keyOf = ({ nodes, rungs: all }: Walked): string => {
    const weakest = Math.min(...all);
    const evidence = [9 - weakest, all.filter((rung) => rung === weakest).length];
    const ranked = rankBy === 'SHORTEST' ? [all.length, ...evidence] : [...evidence, all.length];
    return [...ranked, ...nodes].join(' ');
  };
  return (one, other) => (keyOf(one) < keyOf(other) ? -1 : 1);
}
