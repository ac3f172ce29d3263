import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { loadScripts } from '../../server/src/loader/load.ts';
import type { Store } from '../../server/src/store/store.ts';
import { scriptNamed, vocabulary } from '../loader/port-article.ts';
import { forEachStore } from '../support/stores.ts';
import { exported, loadText, withEmbedded } from './exported.ts';

const folder = fileURLToPath(new URL('../fixtures/examples', import.meta.url));
const examples = readdirSync(folder).filter((name) => name.endsWith('.cypher'));

/** Whether the store takes the example: some show what must be refused, or what one store alone can run. */
async function isLoaded(store: Store, name: string): Promise<boolean> {
  const script = scriptNamed(name, readFileSync(path.join(folder, name), 'utf8'));
  const allow = { delete: true, csvFolder: folder };
  const { complete } = await loadScripts(store, [script], { vocabulary, by: 'tester', allow });
  return complete;
}

/** What becomes of an export in an embedded store: the same bytes again, or what the loader says against it. */
async function reloaded(script: string): Promise<string> {
  return withEmbedded('', async (other) => {
    try {
      await loadText(other, script);
    } catch (error) {
      return String(error);
    }
    return (await exported(other, 'cypher')) === script ? 'same' : 'different';
  });
}

forEachStore((_name, open) => {
  it('gives back the examples of other databases with the same bytes, or says that only Neo4j can hold them', async () => {
    const store = await open();
    const became: Record<string, string> = {};
    for (const name of examples) {
      await store.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
      if (await isLoaded(store, name)) became[name] = await reloaded(await exported(store, 'cypher'));
    }
    const others = Object.values(became).filter((outcome) => outcome !== 'same');
    expect(others.filter((outcome) => !outcome.includes('Not supported on the embedded store'))).toEqual([]);
    expect(Object.keys(became).length - others.length).toBeGreaterThan(10);
  });
});
