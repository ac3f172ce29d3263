import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import { openStore } from '../../server/src/app/stores.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { loadBatchedScript } from './batched-script.ts';
import { load, schemaScript, versionScript } from './versions.ts';
import { atNth, watchedStore } from './watched-store.ts';

// Run as a process of its own: opens the store that CLAIMGRAPH_TEST_WORKER describes and does what the
// lines on its standard input say, one after the other, until they end or it is killed.

/** What a worker can be asked to do. */
export type Request =
  | { readonly kind: 'prepare' }
  /** Loads a version of the article; kills itself at the n-th moment of it, if that is not 0. */
  | { readonly kind: 'load'; readonly version: number; readonly dieAt: number }
  /** Loads a script in batches; kills itself at the n-th moment of it. */
  | { readonly kind: 'batches'; readonly dieAt: number }
  | { readonly kind: 'digest' };

export type Reply =
  | { readonly kind: 'opened' }
  | { readonly kind: 'done'; readonly value: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Synchronous, so that nothing is said that was not, and everything that was is. */
function say(reply: Reply): void {
  writeSync(1, `${JSON.stringify(reply)}\n`);
}

const store = await openStore(JSON.parse(process.env['CLAIMGRAPH_TEST_WORKER'] ?? '') as StoreSettings);
say({ kind: 'opened' });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    say({ kind: 'done', value: await answer(JSON.parse(line) as Request) });
  } catch (error) {
    say({ kind: 'failed', message: String(error) });
  }
}
await store.close();

async function answer(request: Request): Promise<string> {
  switch (request.kind) {
    case 'prepare': {
      const { complete } = await load(store, schemaScript);
      return String(complete);
    }
    case 'load': {
      const { at } = atNth(request.dieAt, () => process.kill(process.pid, 'SIGKILL'));
      const { complete } = await load(watchedStore(store, at), versionScript(request.version));
      if (!complete) throw new Error(`version ${request.version} was refused`);
      return String(request.version);
    }
    case 'batches': {
      const { at } = atNth(request.dieAt, () => process.kill(process.pid, 'SIGKILL'));
      return String((await loadBatchedScript(watchedStore(store, at))).complete);
    }
    case 'digest':
      return graphDigest(store);
  }
}
