import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, open, readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import { campaign } from './campaign.ts';
import { load, schemaScript, versionIn, versionScript } from './versions.ts';

const kinds = ['flip', 'cut', 'zero', 'delete', 'swap'] as const;
type Kind = (typeof kinds)[number];

/** The folders of a store as a process may leave it, and an older one of the same store. */
interface Left {
  readonly name: string;
  readonly folder: string;
}

/** What was acknowledged. */
const version = 2;

describe('files that were damaged', () => {
  const { title, rounds, random } = campaign('G4: damages', { quick: 100, full: 1_000 });
  let base: string;
  let older: string;
  let lefts: readonly Left[];

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'claimgraph-damage-'));
    const data = join(base, 'data');
    const copyTo = async (name: string): Promise<string> => {
      const to = join(base, name);
      await cp(data, to, { recursive: true });
      return to;
    };
    const store = await openEmbeddedStore({ folder: data });
    await load(store, schemaScript, versionScript(1));
    older = await copyTo('older');
    await load(store, versionScript(2));
    const killed = await copyTo('killed');
    const writing = await copyTo('writing');
    await rename(join(writing, 'ledger.json'), join(writing, 'ledger.pending.json'));
    await store.close();
    const closed = await copyTo('closed');
    lefts = [
      { name: 'closed', folder: closed },
      { name: 'killed', folder: killed },
      { name: 'killed while it began to write', folder: writing },
    ];
  });
  afterAll(async () => rm(base, { recursive: true, force: true }));

  it(
    `are refused, or the graph is whole: ${title}`,
    async () => {
      const violations: string[] = [];
      const seen = { refused: 0, whole: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const left = random.pick(lefts);
        const kind = random.pick(kinds);
        const target = join(base, 'damaged');
        await cp(left.folder, target, { recursive: true });
        const file = random.pick(await filesIn(target));
        await harm(join(target, file), { kind, place: random.next(), older: join(older, file) });
        const found = await outcome(target);
        seen[found === 'refused' ? 'refused' : 'whole'] += 1;
        if (found === 'other') violations.push(`${left.name}, ${kind} of ${file}`);
        await rm(target, { recursive: true });
      }
      expect(violations).toEqual([]);
      expect(seen.refused).toBeGreaterThan(rounds / 10);
      expect(seen.whole).toBeGreaterThan(rounds / 100);
    },
    rounds * 2_000,
  );
});

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

interface Harm {
  readonly kind: Kind;
  /** From 0 to below 1, of the file. */
  readonly place: number;
  /** What may be put in its place. */
  readonly older: string;
}

async function harm(file: string, { kind, place, older }: Harm): Promise<void> {
  const { size } = await stat(file);
  const at = Math.floor(place * size);
  switch (kind) {
    case 'delete':
      return rm(file);
    case 'swap':
      return existsSync(older) ? copyFile(older, file) : rm(file);
    case 'cut':
      return truncate(file, at);
    case 'flip':
      return change(file, at, (sector) => sector.writeUInt8(sector.readUInt8(0) ^ 0x10, 0));
    case 'zero':
      return change(file, at, (sector) => sector.fill(0));
  }
}

async function change(file: string, at: number, alter: (sector: Buffer) => void): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, at);
    if (bytesRead === 0) return;
    const sector = buffer.subarray(0, bytesRead);
    alter(sector);
    await handle.write(sector, 0, bytesRead, at);
  } finally {
    await handle.close();
  }
}

async function outcome(folder: string): Promise<'refused' | 'whole' | 'other'> {
  try {
    const store = await openEmbeddedStore({ folder });
    try {
      return (await versionIn(store, [version])) === undefined ? 'other' : 'whole';
    } finally {
      await store.close();
    }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'DAMAGED') return 'refused';
    throw error;
  }
}
