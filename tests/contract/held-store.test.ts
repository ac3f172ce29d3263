import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { StoreError } from '../../server/src/store/store-error.ts';

it('is written to undisturbed while others try to open it, who are all told that it is held', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-held-'));
  const store = await openEmbeddedStore({ folder });
  const told = new Set<unknown>();
  let writing = true;
  async function tryToOpen(): Promise<void> {
    while (writing) {
      const outcome = await openEmbeddedStore({ folder }).catch((error: unknown) => error);
      told.add(outcome instanceof StoreError ? outcome.code : outcome);
    }
  }
  try {
    const others = [tryToOpen(), tryToOpen()];
    for (let n = 0; n < 40; n += 1) {
      await store.write((transaction) => transaction.run('CREATE (:Step {n: $n})', { n }));
    }
    writing = false;
    await Promise.all(others);
    expect([...told]).toEqual(['HELD']);
  } finally {
    writing = false;
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
