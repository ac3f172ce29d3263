import { describe, expect, it } from 'vitest';

import { load, portArticle, portScript, scriptNamed, told } from '../loader/port-article.ts';
import { graphLines } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { exported, loadText, withEmbedded } from './exported.ts';

const article = '2026-01-28-cia-annex-venezuela';

forEachStore((_name, open) => {
  it("gives an article's part as a script that the loader checks and takes, and gives back alike", async () => {
    const store = await openLoadedStore(open);
    const before = await graphLines(store);
    const script = await exported(store, 'cypher', { article });
    await withEmbedded('', async (other) => {
      const { scripts } = await load(other, scriptNamed(`cypher/articles/${article}.cypher`, script));
      expect(scripts.flatMap(told).filter((line) => line !== 'loaded')).toEqual([]);
      expect(await exported(other, 'cypher', { article })).toBe(script);
      expect((await graphLines(other)).filter((line) => !line.includes('"LoadedScript"'))).toEqual(
        before.filter((line) => !line.includes('"LoadedScript"')),
      );
    });
  });

  it('takes one article out of several, with what it needs and nothing more', async () => {
    const store = await openLoadedStore(open);
    await load(store, portScript);
    const port = await exported(store, 'json', { article: '2030-05-02-port' });
    const { nodes, edges } = JSON.parse(port) as { nodes: { id: string }[]; edges: { type: string }[] };
    expect(nodes.map(({ id }) => id)).toEqual([
      '2030-05-02-port',
      'port-authority',
      'ana-ruiz',
      'dock-source',
      'voice-2030-05-02-port',
    ]);
    expect(edges.map(({ type }) => type)).toEqual([
      'MENTIONS',
      'MENTIONS',
      'MENTIONS',
      'CONTROLS',
      'CONTROLS',
    ]);
  });

  it('says so when there is no such article', async () => {
    await expect(exported(await open(), 'cypher', { article: '2030-01-01-none' })).rejects.toMatchObject({
      code: 'BAD_VALUE',
      message: 'There is no article "2030-01-01-none" in the graph.',
    });
  });

  describe('a whole graph with articles', () => {
    it('is refused where one of its articles is, and changes nothing', async () => {
      const store = await open();
      await load(store, portScript);
      const script = await exported(store, 'cypher');
      const changed = scriptNamed(
        portScript.path,
        portArticle.replace('the docks know it', 'the docks know'),
      );
      await load(store, changed);
      const before = await graphLines(store);
      await expect(loadText(store, script)).rejects.toThrow(/has a script of its own|CONSTRAINT/u);
      expect(await graphLines(store)).toEqual(before);
    });
  });
});
