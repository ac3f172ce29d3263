import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

// A CommonJS package whose names Node does not see: only its default can be imported.
import grafeo, { type GrafeoDB } from '@grafeo-db/js';

import { StoreError } from '../store-error.ts';
import { compareWithLedger, damaged, type Ledger, readLedger, writeLedger } from './ledger.ts';

export interface DatabaseOptions {
  /** Folder that holds the store, made if missing; null keeps the graph in memory. */
  readonly folder: string | null;
  /** Gives rows of queries without ORDER BY in random order: tests then find statements that lack one. */
  readonly shuffleUnordered?: boolean;
}

/** The engine's files together with the ledger beside them. */
export class Database {
  readonly engine: GrafeoDB;
  readonly #ledgerFile: string | undefined;

  private constructor(engine: GrafeoDB, ledgerFile: string | undefined) {
    this.engine = engine;
    this.#ledgerFile = ledgerFile;
  }

  /** Opens or creates. Throws HELD, DAMAGED, or FAILED when the folder cannot be used. */
  static async open({ folder, shuffleUnordered = false }: DatabaseOptions): Promise<Database> {
    if (folder === null) return new Database(grafeo.GrafeoDB.create(null, { shuffleUnordered }), undefined);
    await makeFolder(folder);
    const ledgerFile = path.join(folder, 'ledger.json');
    const graphFile = path.join(folder, 'graph.grafeo');
    const promised = await readLedger(ledgerFile, grafeo.version());
    refuseMissingFile(graphFile, promised);
    const database = new Database(openEngine(graphFile, shuffleUnordered), ledgerFile);
    try {
      if (promised !== undefined) compareWithLedger(ledgerFile, promised, database.#held());
      await database.makeSafe();
    } catch (error) {
      database.engine.close();
      throw error;
    }
    return database;
  }

  /** Puts everything committed on disk, then writes down how much it is. */
  async makeSafe(): Promise<void> {
    if (this.#ledgerFile === undefined) return;
    try {
      // Blocks the event loop for 2 ms on a small store, 50 ms at 100,000 relations.
      this.engine.walCheckpoint();
      await writeLedger(this.#ledgerFile, grafeo.version(), this.#held());
    } catch (cause) {
      throw new StoreError({
        code: 'FAILED',
        message: 'The change could not be made safe on disk, so it may be lost if the machine stops.',
        hint: 'Look for free space and permissions in the data folder, then run it again.',
        cause,
      });
    }
  }

  #held(): Ledger {
    const { engine } = this;
    return { commits: engine.currentEpoch(), nodes: engine.nodeCount(), relationships: engine.edgeCount() };
  }
}

function openEngine(graphFile: string, shuffleUnordered: boolean): GrafeoDB {
  try {
    return grafeo.GrafeoDB.create(graphFile, { shuffleUnordered });
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    if (text.includes('cannot be locked')) throw held(path.dirname(graphFile), cause);
    throw damaged(graphFile, 'its file cannot be read', cause);
  }
}

/** The engine would begin an empty graph in place of a lost file, without a word. */
function refuseMissingFile(graphFile: string, promised: Ledger | undefined): void {
  if (existsSync(graphFile) || promised === undefined || promised.commits === 0n) return;
  throw damaged(graphFile, `its file ${path.basename(graphFile)} is missing`);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreError({
      code: 'FAILED',
      message: `The folder ${folder} cannot be made.`,
      hint: 'Check its path and permissions, or name another folder in CLAIMGRAPH_DATA.',
      cause,
    });
  }
}

function held(folder: string, cause: unknown): StoreError {
  return new StoreError({
    code: 'HELD',
    message: `The store in ${folder} is open in another process.`,
    hint: 'Stop the other process, or hand the work to the Claimgraph server that is running.',
    cause,
  });
}
