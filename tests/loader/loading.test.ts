import { expect, it } from 'vitest';

import { passingOn } from '../../server/src/store/passing-on.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphLines } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { load, loadOne, portArticleWith, portScript, scriptNamed, told } from './port-article.ts';

const claim = (slug: string): string => `2030-05-02-port/${slug}`;

/** Another article, which names one entity of the first. */
const strikeScript = scriptNamed(
  'articles/2030-05-03-strike.cypher',
  `MERGE (a:Article {id: '2030-05-03-strike'}) SET a += {publishedAt: '2030-05-03', text: 'The dockers oppose Ruiz openly.'};
   MERGE (e:Entity {id: 'ana-ruiz'}) SET e:Person:Source, e += {name: 'Ana Ruiz'};
   MERGE (e:Entity {id: 'dockers'}) SET e:Group, e += {name: 'dockers'};
   MERGE (e:Entity {id: 'voice-2030-05-03-strike'}) SET e:Source:Voice, e += {name: 'the article\\'s own voice'};
   MATCH (a:Article {id: '2030-05-03-strike'}), (e:Entity) WHERE e.id IN ['ana-ruiz', 'dockers'] MERGE (a)-[:MENTIONS]->(e);
   MATCH (a:Entity {id: 'dockers'}), (b:Entity {id: 'ana-ruiz'})
   MERGE (a)-[r:OPPOSES {id: '2030-05-03-strike/dockers-oppose'}]->(b)
   SET r += {article: '2030-05-03-strike', status: 'asserted', quote: 'The dockers oppose Ruiz openly', attributedTo: ['voice-2030-05-03-strike']};`,
);

forEachStore((_name, open) => {
  it('tells what a new article brings', async () => {
    const report = await loadOne(await open(), portScript);
    expect(told(report)).toEqual([]);
    expect(report).toMatchObject({
      outcome: 'loaded',
      change: {
        statements: 8,
        nodesCreated: 5,
        relationsCreated: 5,
        relationsRemoved: 0,
        claims: { created: [claim('ruiz-denies'), claim('runs-port')], changed: [], removed: [], kept: 0 },
        entitiesLeft: [],
      },
    });
  });

  it('skips a script that did not change, whatever ends its lines', async () => {
    const store = await open();
    await load(store, portScript);
    const before = await graphLines(store);
    const windows = { ...portScript, text: portScript.text.replaceAll('\n', '\r\n') };
    expect(await loadOne(store, windows)).toMatchObject({ outcome: 'unchanged', by: 'tester' });
    expect(await graphLines(store)).toEqual(before);
  });

  it('writes each script into the ledger once, and follows a file that moved', async () => {
    const store = await open();
    await load(store, portScript);
    await load(store, { ...portScript, path: 'moved/2030-05-02-port.cypher' });
    const ledger = await store.read(async (transaction) => {
      const { rows } = await transaction.run(
        'MATCH (s:LoadedScript) RETURN s.path AS path, s.article AS article ORDER BY path',
      );
      return rows.map((row) => ({ ...row }));
    });
    expect(ledger).toEqual([
      { path: 'cypher/schema/10-constraints.cypher', article: null },
      { path: 'moved/2030-05-02-port.cypher', article: '2030-05-02-port' },
    ]);
  });

  it('replaces exactly the claims of a changed script', async () => {
    const store = await open();
    await load(store, portScript, strikeScript);
    const changed = portArticleWith(`from: '2030-03',`, '')
      .replaceAll('port/ruiz-denies', 'port/ruiz-says-no')
      .replace(`publisher: 'Daily',`, '');
    const report = await loadOne(store, { ...portScript, text: changed });
    expect(report).toMatchObject({
      outcome: 'loaded',
      change: {
        nodesCreated: 0,
        relationsCreated: 1,
        relationsRemoved: 1,
        claims: {
          created: [claim('ruiz-says-no')],
          changed: [claim('runs-port')],
          removed: [claim('ruiz-denies')],
          kept: 0,
        },
      },
    });
    const after = await graphLines(store);
    const fresh = await open();
    await load(fresh, { ...portScript, text: changed }, strikeScript);
    expect(after).toEqual(await graphLines(fresh));
  });

  it('moves a claim whose ends changed instead of making a second one', async () => {
    const store = await open();
    await load(store, portScript);
    const turned = portArticleWith(
      `MATCH (a:Entity {id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})\nMERGE (a)-[r:CONTROLS {id: '2030-05-02-port/runs-port'}]->(b)`,
      `MATCH (a:Entity {id: 'dock-source'}), (b:Entity {id: 'port-authority'})\nMERGE (a)-[r:OPPOSES {id: '2030-05-02-port/runs-port'}]->(b)`,
    );
    expect(await loadOne(store, { ...portScript, text: turned })).toMatchObject({
      change: {
        relationsCreated: 0,
        relationsRemoved: 0,
        claims: { changed: [claim('runs-port')], kept: 1 },
      },
    });
  });

  it('keeps entities that nothing refers to any more, and names them', async () => {
    const store = await open();
    await load(store, portScript);
    const text = portArticleWith(`'port-authority', 'dock-source'] AS id`, `'port-authority'] AS id`).replace(
      `['dock-source', 'voice-2030-05-02-port']`,
      `['voice-2030-05-02-port']`,
    );
    expect(await loadOne(store, { ...portScript, text })).toMatchObject({
      change: { relationsRemoved: 1, entitiesLeft: ['dock-source'] },
    });
    expect((await graphLines(store)).join('\n')).toContain('unnamed docker');
  });

  it('warns when two articles describe one entity differently', async () => {
    const store = await open();
    await load(store, portScript);
    const text = strikeScript.text.replace(`{name: 'Ana Ruiz'}`, `{name: 'Ana M. Ruiz'}`);
    const report = await loadOne(store, { ...strikeScript, text });
    expect(told(report)).toEqual([
      'warning 2:25 VALUE: name of "ana-ruiz" was "Ana Ruiz" and is now "Ana M. Ruiz".',
    ]);
    expect('warnings' in report && report.warnings[0]?.hint).toBe(
      'It is shared with articles/2030-05-02-port.cypher: agree on one value there and in articles/2030-05-03-strike.cypher.',
    );
  });

  it('loads two loaders of one article one after the other', async () => {
    const store = await open();
    await load(store);
    const outcomes = await Promise.all([loadOne(store, portScript), loadOne(store, portScript)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['loaded', 'unchanged']);
    const after = await graphLines(store);
    const alone = await open();
    await load(alone, portScript);
    expect(after).toEqual(await graphLines(alone));
  });

  it('knows its own load when the answer to the commit is lost', async () => {
    const store = await open();
    await load(store);
    expect(await loadOne(losingAnswers(store), portScript)).toMatchObject({
      outcome: 'loaded',
      change: { claims: { created: [claim('ruiz-denies'), claim('runs-port')] } },
    });
    expect(await loadOne(store, portScript)).toMatchObject({ outcome: 'unchanged' });
  });
});

/** The same store behind a connection that breaks after every commit of data. */
function losingAnswers(store: Store): Store {
  return {
    ...passingOn(store),
    write: async (work, options) => {
      await store.write(work, options);
      throw new StoreError({ code: 'UNAVAILABLE', message: 'The connection broke.' });
    },
  };
}
