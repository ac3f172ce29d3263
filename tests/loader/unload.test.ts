import { expect, it } from 'vitest';

import { unloadArticle } from '../../server/src/loader/unload.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphLines } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { load, portArticle, portScript, scriptNamed } from './port-article.ts';

const port = '2030-05-02-port';
const keep = { by: 'ana', dryRun: false };

/** Another article on the same entities, which disputes a claim of the first and retells it. */
const pierScript = scriptNamed(
  'articles/2030-05-03-pier.cypher',
  `MERGE (b:Article {id: '${port}'});\n${portArticle}`
    .replaceAll(port, '2030-05-03-pier')
    .replace('2030-05-03-pier', port)
    .replace("publisher: 'Daily'", `publisher: 'Gazette', basedOn: '${port}'`)
    .replace("disputes: ['2030-05-03-pier/runs-port']", `disputes: ['${port}/runs-port']`),
);

async function linesAfter(open: () => Promise<Store>, ...scripts: Parameters<typeof load>[1][]) {
  const store = await open();
  await load(store, ...scripts);
  return graphLines(store);
}

forEachStore((_name, open) => {
  it('takes out what loading the article brought, but for entities, and tells it', async () => {
    const store = await open();
    await load(store, portScript);
    const loaded = await graphLines(store);
    const dry = await unloadArticle(store, port, { by: 'ana', dryRun: true });
    expect(await graphLines(store)).toEqual(loaded);
    const report = await unloadArticle(store, port, keep);
    expect(dry).toEqual({ ...report, load: null, dryRun: true });
    expect(report).toMatchObject({
      article: port,
      load: 2,
      notices: [],
      change: {
        relationsRemoved: 5,
        claims: { created: [], removed: [`${port}/ruiz-denies`, `${port}/runs-port`] },
        entitiesLeft: ['ana-ruiz', 'dock-source', 'port-authority'],
      },
    });
    const left = (await graphLines(store)).join('\n');
    expect(left).not.toContain(port);
    expect(left).toContain('Ana Ruiz');
  });

  it('leads back to the same graph when the article is loaded again', async () => {
    const store = await open();
    await load(store, portScript);
    await unloadArticle(store, port, keep);
    await load(store, portScript);
    expect(await graphLines(store)).toEqual(await linesAfter(open, portScript));
  });

  it('leaves what another article retells as a stub, and names the claims that dispute what is gone', async () => {
    const store = await open();
    await load(store, portScript, pierScript);
    const report = await unloadArticle(store, port, keep);
    expect(report).toMatchObject({
      change: { entitiesLeft: [] },
      notices: [
        `"2030-05-03-pier/ruiz-denies" disputes "${port}/runs-port", which is no longer in the graph`,
      ],
    });
    const lines = await graphLines(store);
    expect(lines).toContain(
      `{"labels":["Article"],"properties":{"id":"${port}","publishedAt":"2030-05-02","publisher":"Daily"}}`,
    );
    await load(store, portScript);
    expect(await graphLines(store)).toEqual(await linesAfter(open, portScript, pierScript));
  });

  it('refuses an article that is not there, and offers the nearest', async () => {
    const store = await open();
    await load(store, portScript);
    await expect(unloadArticle(store, '2030-05-02-prot', keep)).rejects.toMatchObject({
      name: 'UnknownArticleError',
      message: 'There is no article "2030-05-02-prot" in the graph.',
      hint: `Did you mean "${port}"? claimgraph status lists what is loaded.`,
    });
  });

  it('refuses a report that is known of and not held', async () => {
    const store = await open();
    await load(store, pierScript);
    await expect(unloadArticle(store, port, keep)).rejects.toThrow(
      `The graph knows of "${port}" and does not hold it: other articles retell it.`,
    );
  });
});
