import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Random } from './campaign.ts';

/** One thing that a program did to its files, or said on its standard output. */
export type FileEvent =
  | { readonly kind: 'write'; readonly file: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'resize'; readonly file: number; readonly size: number }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'sync-folder' }
  | { readonly kind: 'create'; readonly path: string; readonly file: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'said'; readonly text: string };

const SECTOR = 512;

/**
 * Writes into `target` what a disk may hold when the power fails after the first `length` events: of each
 * file everything up to its last sync, of what was written later any part, sector by sector; of new,
 * renamed and removed files everything up to the last sync of a folder, and then a beginning of the rest.
 */
export async function writeRemains(
  events: readonly FileEvent[],
  { random, target }: { readonly random: Random; readonly target: string },
): Promise<void> {
  const names = namesAfter(events, random);
  await mkdir(target, { recursive: true });
  for (const [path, file] of names) {
    const to = join(target, path);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, contentOf(file, events, random));
  }
}

/** Which files there are, under which names. A journal keeps the order of what is done to names. */
function namesAfter(events: readonly FileEvent[], random: Random): ReadonlyMap<string, number> {
  const synced = events.findLastIndex(({ kind }) => kind === 'sync-folder') + 1;
  const kept = synced + random.below(events.length - synced + 1);
  const names = new Map<string, number>();
  for (const event of events.slice(0, kept)) {
    if (event.kind === 'create') names.set(event.path, event.file);
    if (event.kind === 'remove') names.delete(event.path);
    if (event.kind === 'rename') {
      const file = names.get(event.from);
      if (file === undefined) throw new Error(`the recording renames ${event.from}, which it never made`);
      names.delete(event.from);
      names.set(event.to, file);
    }
  }
  return names;
}

function contentOf(file: number, events: readonly FileEvent[], random: Random): Buffer {
  let content: Buffer = Buffer.alloc(0);
  const synced = events.findLastIndex((event) => event.kind === 'sync' && event.file === file);
  for (const [index, event] of events.entries()) {
    const isSafe = index < synced;
    if (event.kind === 'resize' && event.file === file && (isSafe || random.next() < 0.5)) {
      content = resized(content, event.size);
    }
    if (event.kind === 'write' && event.file === file) {
      content = isSafe ? written(content, event.offset, event.bytes) : partlyWritten(content, event, random);
    }
  }
  return content;
}

function partlyWritten(
  content: Buffer,
  { offset, bytes }: Extract<FileEvent, { kind: 'write' }>,
  random: Random,
): Buffer {
  const share = random.pick([0, 0.5, 1]);
  let result = content;
  let from = 0;
  while (from < bytes.length) {
    const to = Math.min(bytes.length, from + SECTOR - ((offset + from) % SECTOR));
    if (random.next() < share) result = written(result, offset + from, bytes.subarray(from, to));
    from = to;
  }
  return result;
}

function written(content: Buffer, offset: number, bytes: Buffer): Buffer {
  const result = resized(content, Math.max(content.length, offset + bytes.length));
  bytes.copy(result, offset);
  return result;
}

/** A copy; what is added is zero. */
function resized(content: Buffer, size: number): Buffer {
  const result = Buffer.alloc(size);
  content.copy(result);
  return result;
}
