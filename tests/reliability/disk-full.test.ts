import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { load, versionIn, versionScript } from './versions.ts';
import { startWorker, workerProgram } from './worker.ts';

/** A small file system of its own, which only root may make, on Linux. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

function mounts(): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!canMount)('a disk that is full', () => {
  let disk: string;
  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'claimgraph-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  });
  afterAll(async () => {
    // Lazily: the engine lets go of its files when its memory is collected.
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  });

  it('refuses a load and tells how much room is needed where; what was loaded is kept and can be read', async () => {
    const folder = join(disk, 'data');
    await mkdir(folder);
    const worker = startWorker({ program: await workerProgram(), store: { kind: 'embedded', folder } });
    worker.send({ kind: 'prepare' }, { kind: 'load', version: 1, dieAt: 0 });
    await worker.heard(3);
    const ballast = join(disk, 'ballast');
    await fill(ballast);
    worker.send({ kind: 'load', version: 2, dieAt: 0 }, { kind: 'digest' });
    await worker.finish();
    const [refused, read] = worker.replies.slice(3);
    expect(refused).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /The disk is full: the store needs \d+ MB at .+, and 0 MB are free\.$/u,
      ) as string,
    });
    expect(read).toMatchObject({ kind: 'done' });

    const reopened = await openEmbeddedStore({ folder });
    expect(await versionIn(reopened, [1, 2])).toBeDefined();
    expect(await readdir(folder)).not.toContain('ledger.json.new');
    await rm(ballast);
    expect(await load(reopened, versionScript(2))).toMatchObject({ complete: true });
    expect(await versionIn(reopened, [2])).toBe(2);
    await reopened.close();
  });
});

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
