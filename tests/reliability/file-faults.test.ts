import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Script } from '../../server/src/loader/script.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { campaign } from './campaign.ts';
import { injecting, type Injection, strace } from './strace.ts';
import { load, schemaScript, versionIn, versionScript } from './versions.ts';
import { startWorker, workerProgram } from './worker.ts';

/** What the engine and the ledger do to their files; no other part of the program makes these calls. */
const calls = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate', 'rename'] as const;
const effects = ['error=EIO', 'error=ENOSPC', 'signal=KILL'] as const;
/** No load makes one of these calls more often in one thread. */
const most = 8;

/** Faults that a run found something with: every run begins with them. */
const known: readonly Injection[] = [
  // The engine changed its file when opening it failed, and the store was refused.
  { calls: 'fdatasync', effect: 'error=EIO', nth: 1 },
];

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
      expect(await problemIn(data, [schemaScript, versionScript(1)], [1])).toBeUndefined();
      const violations: string[] = [];
      for (let version = 1; version <= rounds; version += 1) {
        const injection = known[version - 1] ?? {
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
        const problem =
          (await problemIn(data, [], legal)) ??
          (await problemIn(data, [versionScript(version + 1)], [version + 1]));
        if (problem) violations.push(`${fault}: ${problem}`);
      }
      expect(violations).toEqual([]);
    },
    rounds * 20_000,
  );
});

/** Loads scripts, and tells what is wrong if the graph is none of these versions then. */
async function problemIn(
  folder: string,
  scripts: readonly Script[],
  legal: readonly number[],
): Promise<string | undefined> {
  try {
    const store = await openEmbeddedStore({ folder });
    try {
      await load(store, ...scripts);
      const found = await versionIn(store, legal);
      return found === undefined ? `not version ${legal.join(' or ')}` : undefined;
    } finally {
      await store.close();
    }
  } catch (error) {
    return String(error);
  }
}
