import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { load, versionIn, versionScript } from './versions.ts';
import { startWorker, workerProgram } from './worker.ts';

/** A small file system of its own, where the system lets us make one; else files may not grow beyond a limit. */
let isMounted = false;
let disk: string;

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'claimgraph-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
    isMounted = true;
  } catch {
    isMounted = false;
  }
});
afterAll(async () => {
  // Lazily: the engine lets go of its files when its memory is collected.
  if (isMounted) execFileSync('umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

it('refuses a load on a full disk and tells how much room is needed where; what was loaded is kept and can be read', async () => {
  const program = await workerProgram();
  const under = isMounted
    ? []
    : ['/bin/sh', '-c', `ulimit -f ${await blocksOfVersion1(program)}; exec "$@"`, 'sh'];
  const folder = join(disk, 'data');
  const worker = startWorker({ program, store: { kind: 'embedded', folder }, under });
  worker.send({ kind: 'prepare' }, { kind: 'load', version: 1, dieAt: 0 });
  await worker.heard(3);
  const ballast = join(disk, 'ballast');
  if (isMounted) await fill(ballast);
  worker.send({ kind: 'load', version: 2, dieAt: 0 }, { kind: 'digest' });
  await worker.finish();
  const [refused, read] = worker.replies.slice(3);
  expect(refused).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(
      /The disk is full: the store needs \d+ MB at .+, and \d+ MB are free\.$/u,
    ) as string,
  });
  expect(read).toMatchObject({ kind: 'done' });

  await rm(ballast, { force: true });
  const reopened = await openEmbeddedStore({ folder });
  expect(await versionIn(reopened, [1, 2])).toBeDefined();
  expect(await readdir(folder)).not.toContain('ledger.json.new');
  expect(await load(reopened, versionScript(2))).toMatchObject({ complete: true });
  expect(await versionIn(reopened, [2])).toBe(2);
  await reopened.close();
});

/** How large the first version makes the graph file, in blocks of 512 bytes. */
async function blocksOfVersion1(program: string): Promise<number> {
  const folder = join(disk, 'measured');
  const worker = startWorker({ program, store: { kind: 'embedded', folder } });
  worker.send({ kind: 'prepare' }, { kind: 'load', version: 1, dieAt: 0 });
  await worker.finish();
  const { size } = await stat(join(folder, 'graph.grafeo'));
  return Math.ceil(size / 512);
}

/** Leaves not a byte. */
async function fill(file: string): Promise<void> {
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (;;) await writeFile(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}
