import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { campaign } from './campaign.ts';
import { injecting, strace } from './strace.ts';
import { load, schemaScript, versionIn, versionScript } from './versions.ts';
import { startWorker, workerProgram } from './worker.ts';

/** What the engine and the ledger do to their files; no other part of the program makes these calls. */
const calls = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'rename'] as const;
const effects = ['error=EIO', 'error=ENOSPC', 'signal=KILL'] as const;
/** No load makes one of these calls more often in one thread. */
const most = 8;

describe.skipIf(strace === undefined)('embedded', () => {
  const { title, rounds, random } = campaign('G1: file calls that fail', { quick: 15, full: 180 });
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-files-'));
    program = await workerProgram();
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it(
    `${title}`,
    async () => {
      const data = join(folder, 'data');
      await inStore(data, [schemaScript, versionScript(1)], [1]);
      const violations: string[] = [];
      for (let version = 1; version <= rounds; version += 1) {
        const injection = {
          calls: random.pick(calls),
          effect: random.pick(effects),
          nth: 1 + random.below(most),
        };
        const worker = startWorker({
          program,
          store: { kind: 'embedded', folder: data },
          under: injecting(injection),
        });
        worker.send({ kind: 'load', version: version + 1, dieAt: 0 });
        await worker.finish();
        const isTold = worker.replies.some(({ kind }) => kind === 'done');
        const legal = isTold ? [version + 1] : [version, version + 1];
        const fault = `${injection.calls} ${injection.nth} ${injection.effect}`;
        if (!(await inStore(data, [], legal))) violations.push(`${fault}: not version ${legal.join(' or ')}`);
        if (!(await inStore(data, [versionScript(version + 1)], [version + 1]))) {
          violations.push(`${fault}: the next run did not complete it`);
        }
      }
      expect(violations).toEqual([]);
    },
    rounds * 20_000,
  );
});

/** Loads scripts, and tells whether the graph is one of these versions then. */
async function inStore(
  folder: string,
  scripts: Parameters<typeof load>[1][],
  legal: readonly number[],
): Promise<boolean> {
  const store = await openEmbeddedStore({ folder });
  try {
    await load(store, ...scripts);
    return (await versionIn(store, legal)) !== undefined;
  } finally {
    await store.close();
  }
}
