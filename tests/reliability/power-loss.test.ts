import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { campaign } from './campaign.ts';
import { readRecording, recording } from './file-recording.ts';
import { type FileEvent, writeRemains } from './recorded-files.ts';
import { strace } from './strace.ts';
import { load, schemaScript, versionIn, versionScript } from './versions.ts';
import { startWorker, workerProgram } from './worker.ts';

const loads = 6;
const lossesPerRecording = 10;

describe.skipIf(strace === undefined)('embedded', () => {
  const { title, rounds, random } = campaign('G3: power losses', { quick: 10, full: 100 });
  let folder: string;
  let program: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-power-'));
    program = await workerProgram();
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  it(
    `${title}`,
    async () => {
      const violations: string[] = [];
      let events: readonly FileEvent[] = [];
      for (let round = 0; round < rounds; round += 1) {
        if (round % lossesPerRecording === 0) events = await record(join(folder, `recording ${round}`));
        const target = join(folder, `loss ${round}`);
        const before = events.slice(0, 1 + random.below(events.length));
        await writeRemains(before, { random, target });
        // The first that is said is that the store is open, the second that the schema is loaded.
        const acknowledged = before.filter(isSaid).length - 2;
        const violation = await violationIn(target, acknowledged);
        if (violation) violations.push(`after event ${before.length} of ${events.length}: ${violation}`);
        await rm(target, { recursive: true });
      }
      expect(violations).toEqual([]);
    },
    rounds * 10_000,
  );

  /** What a loader of some versions does to its files until it has closed its store. */
  async function record(of: string): Promise<readonly FileEvent[]> {
    const data = join(of, 'data');
    const trace = `${of.replaceAll(' ', '-')}.trace`;
    const worker = startWorker({
      program,
      store: { kind: 'embedded', folder: data },
      under: recording(trace),
    });
    worker.send({ kind: 'prepare' });
    for (let version = 1; version <= loads; version += 1) worker.send({ kind: 'load', version, dieAt: 0 });
    await worker.finish();
    const events = readRecording(await readFile(trace, 'latin1'), data);
    expect(events.filter(isSaid)).toHaveLength(loads + 2);
    return events;
  }
});

function isSaid({ kind }: FileEvent): boolean {
  return kind === 'said';
}

async function violationIn(folder: string, acknowledged: number): Promise<string | undefined> {
  try {
    const store = await openEmbeddedStore({ folder });
    try {
      const legal = acknowledged < 1 ? undefined : [acknowledged, acknowledged + 1];
      if (legal && (await versionIn(store, legal)) === undefined) {
        return `not version ${legal.join(' or ')}`;
      }
      const next = Math.max(1, acknowledged + 1);
      const { complete } = await load(store, schemaScript, versionScript(next));
      return complete && (await versionIn(store, [next])) === next ? undefined : 'it takes no more loads';
    } finally {
      await store.close();
    }
  } catch (error) {
    return String(error);
  }
}
