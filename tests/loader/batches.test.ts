import { expect, it } from 'vitest';

import type { LoadOptions } from '../../server/src/loader/load-options.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { LoadReport } from '../../server/src/loader/report.ts';
import { statusOf } from '../../server/src/loader/status.ts';
import { passingOn } from '../../server/src/store/passing-on.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { forEachStore } from '../support/stores.ts';
import { scriptNamed, vocabulary } from './port-article.ts';

const statements = 11;
/** Makes each node once: whatever ran twice or never shows in the numbers. */
const script = scriptNamed(
  'long.cypher',
  Array.from({ length: statements }, (_, n) => `CREATE (:Step {n: ${n + 1}});`).join('\n'),
);
const batches = { above: 10, size: 3 };

async function loadWith(store: Store, options: Partial<LoadOptions> = {}): Promise<LoadReport> {
  return loadScripts(store, [script], { vocabulary, by: 'tester', batches, ...options });
}

async function steps(store: Store): Promise<readonly unknown[]> {
  return store.read(async (transaction) => {
    const { rows } = await transaction.run('MATCH (s:Step) RETURN s.n AS n ORDER BY n');
    return rows.map((row) => row['n']);
  });
}

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, n) => n + 1);

/** The store as one sees it whose connection breaks at the n-th batch, before or after its commit. */
function breakingAt(store: Store, batch: number, moment: 'before' | 'after'): Store {
  let writes = 0;
  const gone = (): never => {
    throw new StoreError({ code: 'UNAVAILABLE', message: 'The connection broke.', hint: 'Start it.' });
  };
  return {
    ...passingOn(store),
    write: async (work, options) => {
      writes += 1;
      if (writes === batch && moment === 'before') gone();
      const given = await store.write(work, options);
      return writes === batch ? gone() : given;
    },
  };
}

forEachStore((_name, open) => {
  it('loads a long script in batches and counts what all of them made', async () => {
    const store = await open();
    const report = await loadWith(store);
    expect(report).toMatchObject({
      complete: true,
      scripts: [
        {
          outcome: 'loaded',
          load: 1,
          change: { statements, nodesCreated: statements },
          notices: ['it was loaded in 4 batches, each kept by itself'],
        },
      ],
    });
    expect(await steps(store)).toEqual(upTo(statements));
    expect(await loadWith(store)).toMatchObject({ scripts: [{ outcome: 'unchanged' }] });
    expect(await statusOf(store, [script])).toMatchObject([{ state: 'loaded' }]);
  });

  it.each([
    ['before', 3],
    ['after', 6],
  ] as const)('goes on where the store went away %s a commit', async (moment, kept) => {
    const store = await open();
    await expect(loadWith(breakingAt(store, 2, moment))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      hint: 'Start it. 3 of 11 statements of long.cypher are in the graph; run the same command again to go on behind them.',
    });
    expect(await steps(store)).toEqual(upTo(kept));
    expect(await statusOf(store, [script])).toMatchObject([{ state: 'loading' }]);
    expect(await loadWith(store)).toMatchObject({
      scripts: [
        {
          outcome: 'loaded',
          change: { nodesCreated: statements },
          notices: [
            `an earlier run had stopped after ${kept} statements; this one went on behind them`,
            expect.any(String),
          ],
        },
      ],
    });
    expect(await steps(store)).toEqual(upTo(statements));
  });

  it('keeps whole batches when it is stopped or a statement fails, and says how many', async () => {
    const store = await open();
    const user = new AbortController();
    let batch = 0;
    const counting: Store = {
      ...breakingAt(store, 0, 'before'),
      write: async (work, options) => {
        batch += 1;
        if (batch === 3) user.abort();
        return store.write(work, options);
      },
    };
    expect(await loadWith(counting, { signal: user.signal })).toMatchObject({
      scripts: [{ outcome: 'stopped', kept: { statements: 6, of: statements } }],
    });
    expect(await steps(store)).toEqual(upTo(6));

    const other = await open();
    const text = script.text.replace('{n: 8}', '{n: nowhere}');
    const failing = async (): Promise<LoadReport> =>
      loadScripts(other, [{ ...script, text }], { vocabulary, by: 'tester', batches });
    expect(await failing()).toMatchObject({
      scripts: [{ outcome: 'failed', kept: { statements: 6, of: statements }, problems: [{ line: 8 }] }],
    });
    expect(await failing()).toMatchObject({ scripts: [{ outcome: 'failed', kept: { statements: 6 } }] });
    // Another text begins anew: nobody knows what the earlier one made.
    expect(await loadWith(other)).toMatchObject({ scripts: [{ outcome: 'loaded' }] });
    expect(await steps(other)).toHaveLength(6 + statements);
  });

  it('shares the work with another loader of the same script', async () => {
    const store = await open();
    await store.schema('CREATE CONSTRAINT s IF NOT EXISTS FOR (n:LoadedScript) REQUIRE n.path IS UNIQUE');
    await store.schema('CREATE CONSTRAINT c IF NOT EXISTS FOR (n:LoadCounter) REQUIRE n.id IS UNIQUE');
    const reports = await Promise.all([loadWith(store), loadWith(store)]);
    expect(reports.map(({ complete }) => complete)).toEqual([true, true]);
    expect(await steps(store)).toEqual(upTo(statements));
  });

  it('runs statements with transactions of their own alone, in the order of the script', async () => {
    const store = await open();
    const mixed = scriptNamed(
      'mixed.cypher',
      `CREATE (:Step {n: 1});
       CALL { MATCH (s:Step) WITH count(s) AS n CREATE (:Step {n: n + 1}) } IN TRANSACTIONS OF 1 ROW;
       MATCH (s:Step) WITH count(s) AS n CREATE (:Step {n: n + 1});`,
    );
    const report = await loadScripts(store, [mixed], { vocabulary, by: 'tester' });
    const runs = store.features.has('own-transactions');
    expect(report.scripts).toMatchObject([
      runs
        ? { outcome: 'loaded', change: { nodesCreated: 3 } }
        : { outcome: 'failed', problems: [{ line: 2 }] },
    ]);
    expect(await steps(store)).toEqual(upTo(runs ? 3 : 0));
  });
});
