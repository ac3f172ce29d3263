import { cp, mkdtemp, open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { campaign } from './campaign.ts';
import { load, schemaScript, versionIn, versionScript } from './versions.ts';

const kinds = ['flip', 'cut', 'zero', 'delete', 'swap'] as const;
type Kind = (typeof kinds)[number];

/** The folders of a store as a process may leave it, and an older one of the same store. */
interface Left {
  readonly name: string;
  readonly folder: string;
  /** What was acknowledged. */
  readonly version: number;
}

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
    let store = await openEmbeddedStore({ folder: data });
    await load(store, schemaScript, versionScript(1));
    older = await copyTo('older');
    await load(store, versionScript(2));
    const killed = await copyTo('killed');
    const killedInWrite = await copyInWrite(store, async () => copyTo('killed in a write'));
    await store.close();
    const closed = await copyTo('closed');
    store = await openEmbeddedStore({ folder: closed });
    await store.close();
    lefts = [
      { name: 'closed', folder: closed, version: 2 },
      { name: 'killed', folder: killed, version: 2 },
      { name: 'killed in a write', folder: killedInWrite, version: 2 },
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
        await harm(file, { kind, place: random.next(), older: join(older, file) }, target);
        const found = await outcome(target, left.version);
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

/** The files while a write is under way: the ledger is pending, and the log holds what nobody acknowledged. */
async function copyInWrite(store: Store, copy: () => Promise<string>): Promise<string> {
  const writing = load(store, versionScript(3));
  const copied = await copy();
  await writing;
  return copied;
}
