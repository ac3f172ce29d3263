import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { formats } from '../../server/src/export/formats.ts';
import { load, portScript } from '../loader/port-article.ts';
import { forEachStore } from '../support/stores.ts';
import { exported, loadText, withEmbedded } from './exported.ts';

/** What the first version of each format wrote; a changed form gets a new version and files beside these. */
function golden(name: string): string {
  return fileURLToPath(new URL(`golden/1-${name}`, import.meta.url));
}

forEachStore((_name, open) => {
  it.each(formats)('$name is written as its version says', async ({ name, extension }) => {
    const store = await open();
    await load(store, portScript);
    const text = await exported(store, name);
    expect(text).toBe(readFileSync(golden(`${name}.${extension}`), 'utf8'));
  });
});

it('a backup of every version loads', async () => {
  const script = readFileSync(golden('cypher.cypher'), 'utf8');
  await withEmbedded('', async (store) => {
    await loadText(store, script);
    expect(await exported(store, 'cypher')).toBe(script);
  });
});
