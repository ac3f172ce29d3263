import { setTimeout as pause } from 'node:timers/promises';

import { version } from '@grafeo-db/js';

import { rowsOf } from '../statement.ts';
import { StoreError } from '../store-error.ts';
import type {
  Store,
  StoreDescription,
  StoreFeature,
  TextCandidate,
  Transaction,
  TransactionOptions,
} from '../store.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { Deadline } from './deadline.ts';
import { EmbeddedTransaction, type TransactionMode } from './embedded-transaction.ts';
import { fromEngineError } from './engine-error.ts';
import { indexFor, refuseOtherThanSchema, refuseUnsupportedSchema } from './schema-statement.ts';
import { StatementGate } from './statement-gate.ts';
import { allEntityNames, candidatesOf, TextIndex } from './text-index.ts';
import { Turns } from './turns.ts';

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 120_000;
/** Pauses before another attempt after a conflict. */
const RETRY_PAUSES_MS: readonly number[] = [10, 40, 160, 640];

type Work<T> = (transaction: Transaction) => Promise<T>;

/** Opens the store in a folder, making it if there is none. Throws StoreError HELD, DAMAGED or FAILED. */
export async function openEmbeddedStore(options: DatabaseOptions): Promise<Store> {
  return new EmbeddedStore(await Database.open(options), options.folder ?? 'memory');
}

class EmbeddedStore implements Store {
  readonly features: ReadonlySet<StoreFeature> = new Set();
  readonly #database: Database;
  readonly #location: string;
  readonly #gate = new StatementGate();
  readonly #textIndex = new TextIndex();
  readonly #indexing = new Turns();
  #indexedCommits: bigint | undefined;
  /** One writer at a time: the engine lets two transactions MERGE the same relationship twice. */
  readonly #writers = new Turns();
  /** Transactions nobody waits for any more that the engine may still be working on. */
  readonly #orphans = new Set<Promise<void>>();
  readonly #calls = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(database: Database, location: string) {
    this.#database = database;
    this.#location = location;
  }

  async read<T>(work: Work<T>, { timeoutMs = READ_TIMEOUT_MS }: TransactionOptions = {}): Promise<T> {
    return this.#call(timeoutMs, async (deadline) =>
      retryConflicts(async () => this.#transact({ mode: 'read', keep: false, deadline, work })),
    );
  }

  async write<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    const { timeoutMs = WRITE_TIMEOUT_MS, rollback = false } = options;
    return this.#writeTurn(timeoutMs, async (deadline) =>
      retryConflicts(async () => this.#transact({ mode: 'write', keep: !rollback, deadline, work })),
    );
  }

  async schema(cypher: string): Promise<void> {
    return this.#writeTurn(WRITE_TIMEOUT_MS, async () => {
      refuseOtherThanSchema(cypher);
      refuseUnsupportedSchema(cypher);
      const index = indexFor(cypher);
      const { engine } = this.#database;
      try {
        await engine.executeCypher(cypher);
        if (index !== undefined) await engine.executeCypher(index);
      } catch (cause) {
        throw fromEngineError(cause, cypher);
      }
      await this.#database.makeSafe();
    });
  }

  async searchText(text: string, limit: number): Promise<readonly TextCandidate[]> {
    const leave = await this.#indexing.enter();
    try {
      await this.#refreshTextIndex();
    } finally {
      leave();
    }
    return this.#textIndex.search(text, limit);
  }

  async describe(): Promise<StoreDescription> {
    return this.#call(READ_TIMEOUT_MS, async () => ({
      kind: 'embedded',
      product: `Grafeo ${version()}`,
      location: this.#location,
    }));
  }

  async close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#calls);
    await Promise.all(this.#orphans);
    this.#database.engine.close();
  }

  async #call<T>(timeoutMs: number, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) {
      throw new StoreError({ code: 'CLOSED', message: 'The store was closed.', hint: 'Open it again.' });
    }
    const deadline = new Deadline(timeoutMs);
    const call = work(deadline).finally(() => {
      deadline.clear();
      this.#calls.delete(call);
    });
    this.#calls.add(call);
    return call;
  }

  async #writeTurn<T>(timeoutMs: number, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    return this.#call(timeoutMs, async (deadline) => {
      const entered = this.#writers.enter();
      try {
        await deadline.race(entered);
        await deadline.race(Promise.all(this.#orphans));
        return await work(deadline);
      } finally {
        void entered.then((leave) => leave());
      }
    });
  }

  async #transact<T>(task: {
    readonly mode: TransactionMode;
    readonly keep: boolean;
    readonly deadline: Deadline;
    readonly work: Work<T>;
  }): Promise<T> {
    const { mode, keep, deadline, work } = task;
    const engine = this.#database.engine.beginTransaction();
    const transaction = new EmbeddedTransaction({ engine, mode, gate: this.#gate, deadline });
    try {
      const result = await deadline.race(work(transaction));
      await deadline.race(transaction.idle());
      if (transaction.failure !== undefined) throw transaction.failure;
      if (keep) transaction.commit();
      else await transaction.abandon();
      if (keep) await this.#database.makeSafe();
      return result;
    } finally {
      this.#letGo(transaction);
    }
  }

  /** Rolls back what was not committed, as soon as the engine is through with it. */
  #letGo(transaction: EmbeddedTransaction): void {
    const orphan = transaction.abandon().finally(() => this.#orphans.delete(orphan));
    this.#orphans.add(orphan);
  }

  async #refreshTextIndex(): Promise<void> {
    const commits = this.#database.engine.currentEpoch();
    if (commits === this.#indexedCommits) return;
    const rows = await this.read(async (transaction) => rowsOf(transaction, allEntityNames, {}));
    this.#textIndex.update(candidatesOf(rows));
    this.#indexedCommits = commits;
  }
}

async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (const pauseMs of RETRY_PAUSES_MS) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'CONFLICT') throw error;
      await pause(pauseMs);
    }
  }
  return attempt();
}
