import { expect, it } from 'vitest';

import type { LoadOptions } from '../../server/src/loader/load-options.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import type { LoadProgress, LoadReport } from '../../server/src/loader/report.ts';
import type { Script } from '../../server/src/loader/script.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphLines } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { load, portArticleWith, portScript, scriptNamed, told, vocabulary } from './port-article.ts';

/** Names an entity that only the port's article makes. */
const followUp = scriptNamed(
  'articles/2030-05-04-follow-up.cypher',
  `MERGE (a:Article {id: '2030-05-04-follow-up'}) SET a += {publishedAt: '2030-05-04', text: 'Ruiz left the port today.'};
   MERGE (e:Entity {id: 'voice-2030-05-04-follow-up'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};
   MATCH (a:Article {id: '2030-05-04-follow-up'}), (e:Entity {id: 'ana-ruiz'}) MERGE (a)-[:MENTIONS]->(e);
   MATCH (a:Article {id: '2030-05-04-follow-up'}), (e:Entity {id: 'port-authority'}) MERGE (a)-[:MENTIONS]->(e);
   MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})
   MERGE (a)-[r:CONTROLS {id: '2030-05-04-follow-up/ruiz-left'}]->(b)
   SET r += {article: '2030-05-04-follow-up', status: 'denied', quote: 'Ruiz left the port today', attributedTo: ['voice-2030-05-04-follow-up']};`,
);

async function loadWith(
  store: Store,
  scripts: readonly Script[],
  options: Partial<LoadOptions>,
): Promise<LoadReport> {
  return loadScripts(store, scripts, { vocabulary, by: 'tester', ...options });
}

/** The report without what differs from run to run. */
const lasting = ({ scripts, complete }: LoadReport): unknown => ({
  complete,
  scripts: scripts.map((script) =>
    script.outcome === 'loaded' ? { ...script, milliseconds: 0, load: 0 } : script,
  ),
});

const outcomes = ({ scripts }: LoadReport): readonly string[] => scripts.map(({ outcome }) => outcome);

forEachStore((_name, open) => {
  it('tells in a dry run what a load then does, and leaves nothing behind', async () => {
    const store = await open();
    await load(store);
    const before = await graphLines(store);
    const scripts = [portScript, followUp];
    const dry = await loadWith(store, scripts, { dryRun: true });
    expect(dry).toMatchObject({ dryRun: true, complete: true, scripts: [{ load: null }, { load: null }] });
    expect(await graphLines(store)).toEqual(before);
    const real = await loadWith(store, scripts, {});
    expect(lasting(dry)).toEqual(lasting(real));
    expect(outcomes(await loadWith(store, scripts, { dryRun: true }))).toEqual(['unchanged', 'unchanged']);
  });

  it('stops a dry run at the script that a load would stop at', async () => {
    const store = await open();
    await load(store);
    const wrong = { ...portScript, text: portArticleWith(`status: 'denied'`, `status: 'dneied'`) };
    const report = await loadWith(store, [wrong, followUp], { dryRun: true });
    expect(outcomes(report)).toEqual(['failed', 'skipped']);
    expect(report.scripts[0] && told(report.scripts[0])).toEqual([expect.stringContaining('STATUS')]);
  });

  it('judges in a dry run what no store takes back, and says so', async () => {
    const store = await open();
    const schema = scriptNamed('schema/x.cypher', 'CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x);');
    const long = scriptNamed('long.cypher', 'CREATE (:X {x: 1});\n'.repeat(5));
    const batches = { above: 4, size: 2 };
    const report = await loadWith(store, [schema, long], { dryRun: true, batches });
    expect(outcomes(report)).toEqual(['judged', 'judged']);
    expect(report.scripts.flatMap(({ notices }) => notices)).toEqual([
      'its schema statements were judged and not run, since no store takes them back',
      'it was judged and not run, since it is loaded in batches, which no store takes back',
    ]);
  });

  it('gives parameters to scripts, which know better where they say :param', async () => {
    const store = await open();
    const script = scriptNamed(
      'people.cypher',
      `CREATE (:P {from: 'outside', name: $name});\n:param name => 'Ben'\nCREATE (:P {from: 'script', name: $name, age: $age});`,
    );
    expect(outcomes(await loadWith(store, [script], {}))).toEqual(['failed']);
    await loadWith(store, [script], { parameters: { name: 'Ana', age: 30 } });
    const rows = await store.read(async (transaction) => {
      const found = await transaction.run(
        'MATCH (p:P) RETURN p.from AS said, p.name AS name, p.age AS age ORDER BY said',
      );
      return found.rows.map((row) => ({ ...row }));
    });
    expect(rows).toEqual([
      { said: 'outside', name: 'Ana', age: null },
      { said: 'script', name: 'Ben', age: 30 },
    ]);
  });

  it('refuses a script for a warning where its user is strict', async () => {
    const store = await open();
    await load(store);
    const doubtful = { ...portScript, text: portArticleWith('CONTROLS', 'BEFRIENDED') };
    const before = await graphLines(store);
    const report = await loadWith(store, [doubtful], { strict: true });
    expect(outcomes(report)).toEqual(['failed']);
    expect(report.scripts[0] && told(report.scripts[0])).toContainEqual(expect.stringMatching(/^warning/));
    expect(await graphLines(store)).toEqual(before);
    expect(outcomes(await loadWith(store, [doubtful], {}))).toEqual(['loaded']);
  });

  it('keeps what was loaded before it was stopped, and nothing of the script at work', async () => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const long = scriptNamed('long.cypher', 'CREATE (:X);\n'.repeat(3000));
    const user = new AbortController();
    const onProgress = ({ kind }: LoadProgress): void => {
      if (kind === 'statement') user.abort();
    };
    const report = await loadWith(store, [portScript, long, followUp], { signal: user.signal, onProgress });
    expect(outcomes(report)).toEqual(['unchanged', 'stopped', 'skipped']);
    expect(report.complete).toBe(false);
    expect(await graphLines(store)).toEqual(before);
    expect(outcomes(await loadWith(store, [portScript, long, followUp], {}))).toEqual([
      'unchanged',
      'loaded',
      'loaded',
    ]);
  });

  it('names the first statement that fails, however many were sent behind it', async () => {
    const store = await open();
    const lines = Array.from({ length: 200 }, (_, line) => `CREATE (:X {n: ${line + 1}});`);
    for (const wrong of [99, 100, 150]) lines[wrong] = `CREATE (:X {n: nowhere${wrong}});`;
    const report = await loadWith(store, [scriptNamed('x.cypher', lines.join('\n'))], {});
    expect(outcomes(report)).toEqual(['failed']);
    expect(report.scripts[0]).toMatchObject({ problems: [{ line: 100 }] });
    expect(await graphLines(store)).toEqual([]);
  });
});
