import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { graphLines } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { anyGraph, generatedGraph } from './any-graph.ts';
import { exported, loadText, withEmbedded } from './exported.ts';

/** Everything but what the loader keeps for itself; stores write fractions of a second in different lengths. */
async function linesOf(store: Store): Promise<readonly string[]> {
  const lines = await graphLines(store);
  return lines
    .filter((line) => !line.includes('"LoadedScript"'))
    .map((line) => line.replaceAll(/(?<=:\d\d\.\d*[1-9])0+(?=[+Z"])/gu, ''));
}

/** What is exported on the way from an embedded store through another one and back. */
async function exportsOnTheWay(origin: Store, between: Store): Promise<readonly string[]> {
  const first = await exported(origin, 'cypher');
  await loadText(between, first);
  const second = await exported(between, 'cypher');
  return withEmbedded('', async (back) => {
    await loadText(back, second);
    return [first, second, await exported(back, 'cypher')];
  });
}

forEachStore((_name, open) => {
  it('makes the graph of the shipped article anew, with the same bytes at every step', async () => {
    await withEmbedded('', async (origin) => {
      await openLoadedStore(async () => origin);
      const store = await open();
      const [first, ...later] = await exportsOnTheWay(origin, store);
      expect(later).toEqual([first, first]);
      expect(await linesOf(store)).toEqual(await linesOf(origin));
    });
  });

  it('makes a graph of any origin anew: every kind of value, odd names, twins, loops, bare nodes', async () => {
    await withEmbedded(anyGraph, async (origin) => {
      const store = await open();
      const [first, ...later] = await exportsOnTheWay(origin, store);
      expect(later).toEqual([first, first]);
      expect(await linesOf(store)).toEqual(await linesOf(origin));
      for (const format of ['json', 'csv', 'csv-entities', 'graphml', 'gexf', 'jsonld']) {
        expect(await exported(store, format)).toBe(await exported(origin, format));
      }
    });
  });

  it('makes small graphs of any shape anew', async () => {
    const between = await open();
    await fc.assert(
      fc.asyncProperty(generatedGraph, async (text) => {
        await between.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
        await withEmbedded(text, async (origin) => {
          const [first, ...later] = await exportsOnTheWay(origin, between);
          expect(later).toEqual([first, first]);
          expect(await linesOf(between)).toEqual(await linesOf(origin));
        });
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it('leaves nothing of its own behind', async () => {
    await withEmbedded(anyGraph, async (origin) => {
      const store = await open();
      await loadText(store, await exported(origin, 'cypher'));
      const { rows } = await store.read((transaction) =>
        transaction.run(
          'MATCH (n) UNWIND keys(n) AS key WITH DISTINCT key WHERE key STARTS WITH "_" RETURN key',
        ),
      );
      expect(rows).toEqual([]);
    });
  });
});
