import { expect, it } from 'vitest';

import { loadScripts } from '../../server/src/loader/load.ts';
import { graphLines } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { load, loadOne, portScript, scriptNamed, told, vocabulary } from './port-article.ts';

forEachStore((_name, open) => {
  it.each([
    ['names its claims', `MERGE (a:Port)-[:RUNS {id: '2030-05-02-port/runs'}]->(b:Port);`, '1:29'],
    [
      'makes claims for it',
      `MATCH (a:Entity {id: 'ana-ruiz'}) MERGE (a)-[:MET {article: '2030-05-02-port'}]->(a);`,
      '1:1',
    ],
  ])('refuses a graph that %s when an article was loaded before', async (_what, text, place) => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const report = await loadOne(store, scriptNamed('graph.cypher', text));
    expect(told(report)).toEqual([
      `${place} CLAIM_ID: This writes claims of the article "2030-05-02-port", which has a script of its own, articles/2030-05-02-port.cypher.`,
    ]);
    expect(await graphLines(store)).toEqual(before);
  });

  it.each([
    ['changes', `MERGE (:Port {code: 1});\nMATCH ()-[r]->() SET r.status = 'asserted';`, '2:1'],
    ['takes properties from', `MATCH ()-[r]->() REMOVE r.quote;`, '1:1'],
    ['deletes', `MATCH (n) DETACH DELETE n;`, '1:1'],
  ])('refuses a graph that %s whatever claims it finds', async (_what, text, place) => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const options = { vocabulary, by: 'tester', allow: { delete: true } };
    const { scripts } = await loadScripts(store, [scriptNamed('graph.cypher', text)], options);
    expect(scripts.flatMap(told)).toEqual([
      `${place} CLAIM_ID: The script changes or deletes claims of the article "2030-05-02-port", which has a script of its own, articles/2030-05-02-port.cypher.`,
    ]);
    expect(await graphLines(store)).toEqual(before);
  });

  it.each([
    ['sets', 'MATCH (n) WHERE NOT n:Entity SET n.path = n.path + "x", n.sequence = 77;'],
    ['empties', 'MATCH (n) SET n.checksum = null, n.added = null;'],
  ])('refuses a graph that %s whatever it finds, what the loader remembers among it', async (_what, text) => {
    const store = await open();
    await load(store, scriptNamed('film.cypher', `CREATE (:Movie {title: 'A'});`));
    const before = await graphLines(store);
    const [problem] = told(await loadOne(store, scriptNamed('graph.cypher', text)));
    // The embedded store finds that two records would have one name before the loader looks.
    expect(problem).toMatch(/^1:1 CLAIM_ID: The script changes how the loader remembers|already|unique/u);
    expect(await graphLines(store)).toEqual(before);
  });

  it('lets a graph change what is its own, beside articles', async () => {
    const store = await open();
    await load(store, portScript);
    const text = `MERGE (a:Pier {n: 1})-[r:NEXT_TO]->(b:Pier {n: 2}) SET r.metres = 9, a.name = 'A';`;
    expect(told(await loadOne(store, scriptNamed('graph.cypher', text)))).toEqual([]);
  });

  it('warns where a graph that begins by deleting everything takes other graphs with it', async () => {
    const store = await open();
    await load(store, scriptNamed('film.cypher', `CREATE (:Movie {title: 'A'});`));
    const wipe = scriptNamed('wipe.cypher', `MATCH (n) DETACH DELETE n; CREATE (:Movie {title: 'B'});`);
    const options = { vocabulary, by: 'tester', allow: { delete: true } };
    const { scripts } = await loadScripts(store, [wipe], options);
    expect(scripts.flatMap(told)).toEqual([
      'warning 1:1 FORGOTTEN: This deletes what 2 other scripts had loaded, and that they were loaded: cypher/schema/10-constraints.cypher, film.cypher.',
    ]);
  });
});
