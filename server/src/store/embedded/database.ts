import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

// A CommonJS package whose names Node does not see: only its default can be imported.
import grafeo, { type GrafeoDB } from '@grafeo-db/js';

import { StoreError } from '../store-error.ts';
import { diskFull, isDiskFull } from './disk-full.ts';
import { syncedDigest } from './file-digest.ts';
import { compareWithLedger, damaged, type Ledger, LedgerFile } from './ledger.ts';
import { MAX_BYTES, refuseTooLarge, warnWhenLarge } from './size-limit.ts';

export interface DatabaseOptions {
  /** Folder that holds the store, made if missing; null keeps the graph in memory. */
  readonly folder: string | null;
  /** Gives rows of queries without ORDER BY in random order: tests then find statements that lack one. */
  readonly shuffleUnordered?: boolean;
  /** Largest graph file that may still be written to, in bytes: beyond 4 GiB the engine writes files it cannot read. */
  readonly maxBytes?: number;
}

export interface Files {
  readonly folder: string;
  readonly graph: string;
  readonly ledger: LedgerFile;
  readonly maxBytes: number;
}

/** A process that ends without closing lets the engine change its file on the way out. */
const unclosed = new Set<LedgerFile>();
process.on('exit', () => {
  for (const ledger of unclosed) ledger.beginNow();
});

/** The engine's files together with the ledger beside them. */
export class Database {
  readonly engine: GrafeoDB;
  readonly #files: Files | undefined;

  private constructor(engine: GrafeoDB, files: Files | undefined) {
    this.engine = engine;
    this.#files = files;
  }

  /** Opens or creates. Throws HELD, DAMAGED, or FAILED when the folder cannot be used. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { folder, shuffleUnordered = false, maxBytes = MAX_BYTES } = options;
    if (folder === null) return new Database(grafeo.GrafeoDB.create(null, { shuffleUnordered }), undefined);
    await makeFolder(folder);
    const graph = path.join(folder, 'graph.grafeo');
    const files: Files = { folder, graph, ledger: new LedgerFile(folder, grafeo.version()), maxBytes };
    const wasSettled = await verifyFiles(files);
    // The engine may change its file even where opening it fails.
    await beginIn(files);
    const engine = openEngine(files, () => grafeo.GrafeoDB.create(graph, { shuffleUnordered }));
    const database = new Database(engine, files);
    unclosed.add(files.ledger);
    try {
      await database.#verify(files, wasSettled);
      await warnWhenLarge(files);
    } catch (error) {
      engine.close();
      unclosed.delete(files.ledger);
      throw error;
    }
    return database;
  }

  /**
   * Makes a change that is safe on disk, and in the ledger, when this returns. Throws what the change
   * throws, and FAILED for a disk that is full or a store that has grown too large.
   */
  async keep(change: () => void | Promise<void>): Promise<void> {
    const files = this.#files;
    if (files === undefined) return change();
    await refuseTooLarge(files);
    await beginIn(files);
    try {
      await change();
      await this.#settle(files);
    } catch (error) {
      if (isDiskFull(error)) throw await diskFull(files.graph, error);
      if (error instanceof StoreError) throw error;
      throw unsafe(error);
    }
  }

  /** Lets go of the files. Closing changes the graph file, so it is written down once more. */
  async close(): Promise<void> {
    const files = this.#files;
    if (files === undefined) {
      this.engine.close();
      return;
    }
    await beginIn(files);
    try {
      this.engine.close();
      unclosed.delete(files.ledger);
      await settleClosed(files);
    } catch (cause) {
      // On a full disk nothing is lost either, and nothing can be done about it here.
      if (!isDiskFull(cause)) throw closedBadly(files.folder, cause);
    }
  }

  /** Under the engine's lock at last: whoever had the store open before may have changed it until then. */
  async #verify(files: Files, wasSettled: boolean): Promise<void> {
    const { folder, ledger } = files;
    const state = await ledger.read();
    if (state.kind === 'none') throw damaged(folder, 'its ledger is missing');
    const isSame = await isAsSettled(files, state.ledger);
    if (wasSettled && isSame && state.kind === 'pending') await ledger.resume();
    if (state.kind === 'settled' && !isSame) throw changed(files);
    compareWithLedger(
      folder,
      wasSettled && isSame ? { ...state, kind: 'settled' } : state,
      heldBy(this.engine),
    );
    if (isSame && (wasSettled || state.kind === 'settled')) return;
    try {
      await this.#settle(files);
    } catch (error) {
      // On a full disk it can still be read.
      if (!isDiskFull(error)) throw unsafe(error);
    }
  }

  async #settle({ graph, ledger }: Files): Promise<void> {
    // Blocks the event loop: 2 ms after a small change, a second after one of 600,000 relations.
    this.engine.walCheckpoint();
    await ledger.settle({ ...heldBy(this.engine), digest: await syncedDigest(graph) });
  }
}

/**
 * Throws DAMAGED if the files are not as they were left, told before the engine touches them. False if a
 * write was under way, so that only the engine can tell.
 */
async function verifyFiles(files: Files): Promise<boolean> {
  const { folder, graph, ledger } = files;
  const state = await ledger.read();
  if (state.kind === 'none') {
    if (existsSync(graph)) throw damaged(folder, 'its ledger is missing');
    await ledger.start();
    return false;
  }
  // The engine would begin an empty graph in place of a lost file, without a word.
  if (!existsSync(graph) && state.ledger.digest !== null) {
    throw damaged(folder, `its file ${path.basename(graph)} is missing`);
  }
  if (state.kind === 'pending') return false;
  if (await isAsSettled(files, state.ledger)) return true;
  // Or it is being written to.
  return underLock(files, async () => {
    const again = await ledger.read();
    if (again.kind !== 'settled') return false;
    if (await isAsSettled(files, again.ledger)) return true;
    throw changed(files);
  });
}

/** Whether the graph file is the one that was written down. */
export async function isAsSettled({ graph }: Pick<Files, 'graph'>, { digest }: Ledger): Promise<boolean> {
  return (await syncedDigest(graph)) === digest;
}

export function changed({ folder, graph }: Pick<Files, 'folder' | 'graph'>): StoreError {
  return damaged(folder, `its file ${path.basename(graph)} is not the one that was written last`);
}

/** Under a lock again: another process may have opened the store as soon as it was closed. */
async function settleClosed(files: Files): Promise<void> {
  await underLock(files, async (engine) => {
    const { kind } = await files.ledger.read();
    if (kind !== 'pending') return;
    await files.ledger.settle({ ...heldBy(engine), digest: await syncedDigest(files.graph) });
  });
}

/** Nobody else writes meanwhile, and nothing is written. Throws HELD while somebody else does. */
export async function underLock<T>(
  files: Pick<Files, 'folder' | 'graph'>,
  work: (engine: GrafeoDB) => Promise<T>,
): Promise<T> {
  const engine = openEngine(files, () => grafeo.GrafeoDB.openReadOnly(files.graph));
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

function heldBy(engine: GrafeoDB): Omit<Ledger, 'digest'> {
  return { commits: engine.currentEpoch(), nodes: engine.nodeCount(), relationships: engine.edgeCount() };
}

function openEngine({ folder, graph }: Pick<Files, 'folder' | 'graph'>, open: () => GrafeoDB): GrafeoDB {
  try {
    return open();
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    if (/cannot be locked|is locked/u.test(text)) throw held(folder, cause);
    if (isDiskFull(cause) || /permission denied|read-only file system/iu.test(text))
      throw unusable(folder, cause);
    throw damaged(folder, `its file ${path.basename(graph)} cannot be read`, cause);
  }
}

async function beginIn({ folder, ledger }: Files): Promise<void> {
  try {
    await ledger.begin();
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

/** Everything acknowledged was on disk before. */
function closedBadly(folder: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  return new StoreError({
    code: 'FAILED',
    message: `The store in ${folder} could not be closed in an orderly way: ${reasonIn(cause)}.`,
    hint: 'What was loaded is kept. Look at the disk of the data folder.',
    cause,
  });
}

function unsafe(cause: unknown): StoreError {
  return new StoreError({
    code: 'FAILED',
    message: 'The change could not be made safe on disk, so it may be lost if the machine stops.',
    hint: 'Look for free space and permissions in the data folder, then run it again.',
    cause,
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

function unusable(folder: string, cause: unknown): StoreError {
  return new StoreError({
    code: 'FAILED',
    message: `The folder ${folder} cannot be used for the store: ${reasonIn(cause)}.`,
    hint: isDiskFull(cause)
      ? 'Make room there and run it again. What was loaded before is kept.'
      : 'Check its path and permissions, or name another folder in CLAIMGRAPH_DATA.',
    cause,
  });
}

function reasonIn(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const known = [
    [/EACCES|EPERM|permission denied/iu, 'permission denied'],
    [/EROFS|read-only/iu, 'it is on a read-only file system'],
    [/ENOSPC|no space left/iu, 'the disk is full'],
    [/ENAMETOOLONG/u, 'its name is too long'],
    [/ENOTDIR|EEXIST/u, 'a file lies in its way'],
  ] as const;
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? text;
}

function held(folder: string, cause: unknown): StoreError {
  return new StoreError({
    code: 'HELD',
    message: `The store in ${folder} is open in another process.`,
    hint: 'Stop the other process, or wait until it has ended. A running Claimgraph server does the work itself.',
    cause,
  });
}
