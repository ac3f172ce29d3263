import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { keptItems } from '../../server/src/loader/bounded-change.ts';
import { lastLoad, nextLoad, readLoads, recordLoad } from '../../server/src/loader/history.ts';
import { graphChange } from '../../server/src/loader/load-graph.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import { statusOf } from '../../server/src/loader/status.ts';
import { unloadArticle } from '../../server/src/loader/unload.ts';
import type { Store } from '../../server/src/store/store.ts';
import { forEachStore } from '../support/stores.ts';
import { load, portArticle, portScript, scriptNamed, vocabulary } from './port-article.ts';

const history = async (store: Store, after = 0) =>
  store.read((transaction) => readLoads(transaction, { after, limit: 100 }));

const graph = (name: string, text = `MERGE (:Harbour {name: '${name}'});`) =>
  scriptNamed(`graphs/${name}.cypher`, text);

forEachStore((_name, open) => {
  it('remembers what each load did, in order', async () => {
    const store = await open();
    expect(await store.read(lastLoad)).toBe(0);
    await load(store, portScript);
    await load(store, portScript);
    await unloadArticle(store, '2030-05-02-port', { by: 'ana', dryRun: false });
    expect(await store.read(lastLoad)).toBe(2);
    expect(await history(store)).toMatchObject([
      {
        sequence: 1,
        by: 'tester',
        action: 'load',
        path: portScript.path,
        article: '2030-05-02-port',
        change: { claims: { created: ['2030-05-02-port/ruiz-denies', '2030-05-02-port/runs-port'] } },
        counts: { claimsCreated: 2, claimsRemoved: 0, contradicted: 1 },
      },
      { sequence: 2, by: 'ana', action: 'unload', path: portScript.path, counts: { claimsRemoved: 2 } },
    ]);
    expect(await history(store, 1)).toHaveLength(1);
  });

  it('numbers loads that come at once without a gap or a double', async () => {
    const store = await open();
    await load(store);
    const names = 'abcdefgh'.split('');
    await Promise.all(names.map(async (name) => load(store, graph(name))));
    await load(store, graph('refused', 'CREATE (:Entity {id: 1}), (:Entity {id: 1});'));
    await load(store, graph('last'));
    const loads = await history(store);
    expect(loads.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(loads.map(({ path }) => path)).size).toBe(9);
  });

  it('keeps no more of a long list than its beginning, and its length', async () => {
    const store = await open();
    await load(store);
    const entitiesLeft = Array.from({ length: keptItems + 7 }, (_, index) => `entity-${index}`);
    const change = { ...graphChange(1, { nodes: 0, relations: 0 }), entitiesLeft };
    await store.write(async (transaction) => {
      const sequence = await nextLoad(transaction);
      const at = '2030-01-01T00:00:00.000Z';
      await recordLoad(transaction, {
        sequence,
        at,
        by: 'ana',
        action: 'load',
        path: null,
        article: null,
        change,
      });
    });
    const [record] = await history(store);
    expect(record?.counts.entitiesLeft).toBe(keptItems + 7);
    expect(record?.change.entitiesLeft).toEqual(entitiesLeft.slice(0, keptItems));
  });

  it('tells how scripts stand to the graph', async () => {
    const store = await open();
    await load(store, portScript, graph('a'), graph('gone'));
    const changed = { ...portScript, text: `${portArticle}// changed` };
    const scripts = [{ ...changed, path: 'moved/2030-05-02-port.cypher' }, graph('a'), graph('new')];
    expect(await statusOf(store, scripts)).toMatchObject([
      { path: 'cypher/schema/10-constraints.cypher', state: 'missing' },
      { path: 'graphs/a.cypher', state: 'loaded', article: null, by: 'tester', statements: 1 },
      { path: 'graphs/gone.cypher', state: 'missing' },
      { path: 'graphs/new.cypher', state: 'new', loadedAt: null, by: null, statements: null },
      { path: 'moved/2030-05-02-port.cypher', state: 'changed', article: '2030-05-02-port', statements: 8 },
    ]);
    await store.write((transaction) =>
      transaction.run(`MATCH (s:LoadedScript {path: 'graphs/a.cypher'}) SET s.state = 'loading'`),
    );
    expect(await statusOf(store, [graph('a')])).toContainEqual(
      expect.objectContaining({ path: 'graphs/a.cypher', state: 'loading' }),
    );
  });

  it('tells of a script by its text, and loads it again when a file that it reads has changed', async () => {
    const store = await open();
    const csvFolder = await mkdtemp(join(tmpdir(), 'claimgraph-csv-'));
    const script = graph('berths', "LOAD CSV FROM 'file:///berths.csv' AS row MERGE (:Berth {n: row[0]});");
    const run = async () => loadScripts(store, [script], { vocabulary, by: 'tester', allow: { csvFolder } });
    for (const rows of ['1\n', '1\n2\n']) {
      await writeFile(join(csvFolder, 'berths.csv'), rows);
      expect(await run()).toMatchObject({ scripts: [{ outcome: 'loaded' }] });
      expect(await run()).toMatchObject({ scripts: [{ outcome: 'unchanged' }] });
      expect(await statusOf(store, [script])).toMatchObject([{ state: 'loaded' }]);
    }
    expect(await statusOf(store, [{ ...script, text: `${script.text} ` }])).toMatchObject([
      { state: 'changed' },
    ]);
    await rm(csvFolder, { recursive: true });
  });
});
