import grafeo from '@grafeo-db/js';

import { Calls } from '../calls.ts';
import { Deadline } from '../deadline.ts';
import { refuseOtherThanSchema } from '../schema-statement.ts';
import { rowsOf, statement } from '../statement.ts';
import { StoreError } from '../store-error.ts';
import type {
  AloneOptions,
  QueryResult,
  Store,
  StoreDescription,
  StoreFeature,
  TextCandidate,
  Transaction,
  TransactionOptions,
} from '../store.ts';
import { candidatesOf } from '../text-candidates.ts';
import { TextIndex } from '../text-index.ts';
import { READ_TIMEOUT_MS, WRITE_TIMEOUT_MS } from '../timeouts.ts';
import type { Parameters } from '../values.ts';
import { Database, type DatabaseOptions } from './database.ts';
import { runSchema } from './embedded-schema.ts';
import { EmbeddedTransaction, type TransactionMode } from './embedded-transaction.ts';
import { onlyNeo4jError, USE_NEO4J } from './only-neo4j.ts';
import { StatementGate } from './statement-gate.ts';
import { Turns } from './turns.ts';

/** Every entity with the names it may be found by. */
const allEntityNames = statement({
  name: 'embedded.allEntityNames',
  cypher: `MATCH (n:Entity) WHERE n.id IS NOT NULL
    RETURN n.id AS id, n.name AS name, n.aliases AS aliases, labels(n) AS labels`,
  example: {},
});

interface Limits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

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
  /**
   * One writer at a time: the engine lets two transactions MERGE the same relationship twice. Nothing
   * ever conflicts then, so nothing has to be repeated.
   */
  readonly #writers = new Turns();
  /** Transactions nobody waits for any more that the engine may still be working on. */
  readonly #orphans = new Set<Promise<void>>();
  readonly #calls = new Calls();

  constructor(database: Database, location: string) {
    this.#database = database;
    this.#location = location;
  }

  async read<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    const { timeoutMs = READ_TIMEOUT_MS, signal } = options;
    return this.#call({ timeoutMs, signal }, async (deadline) =>
      this.#transact({ mode: 'read', keep: false, deadline, work }),
    );
  }

  async query(cypher: string, parameters: Parameters = {}, options: AloneOptions = {}): Promise<QueryResult> {
    return this.read(async (transaction) => transaction.run(cypher, parameters), options);
  }

  async write<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    const { timeoutMs = WRITE_TIMEOUT_MS, rollback = false, signal } = options;
    return this.#writeTurn({ timeoutMs, signal }, async (deadline) =>
      this.#transact({ mode: 'write', keep: !rollback, deadline, work }),
    );
  }

  async schema(cypher: string): Promise<void> {
    return this.#writeTurn({ timeoutMs: WRITE_TIMEOUT_MS }, async () => {
      refuseOtherThanSchema(cypher);
      await this.#database.keep(async () => runSchema(this.#database.engine, cypher));
    });
  }

  async runAlone(cypher: string): Promise<void> {
    throw (
      onlyNeo4jError(cypher) ??
      new StoreError({
        code: 'NOT_SUPPORTED',
        message: 'Not supported on the embedded store: CALL { } IN TRANSACTIONS.',
        hint: USE_NEO4J,
      })
    );
  }

  /** The index is refreshed for all who wait, so nobody's leaving ends that. */
  async searchText(text: string, limit: number, signal?: AbortSignal): Promise<readonly TextCandidate[]> {
    const leave = await this.#indexing.enter();
    try {
      await this.#refreshTextIndex();
    } finally {
      leave();
    }
    signal?.throwIfAborted();
    return this.#textIndex.search(text, limit);
  }

  changeMark(): number {
    return Number(this.#database.engine.currentEpoch());
  }

  async describe(): Promise<StoreDescription> {
    return this.#call({ timeoutMs: READ_TIMEOUT_MS }, async () => ({
      kind: 'embedded',
      product: `Grafeo ${grafeo.version()}`,
      location: this.#location,
    }));
  }

  async settled(): Promise<void> {
    await Promise.all(this.#orphans);
  }

  async close(): Promise<void> {
    return this.#calls.close(async () => {
      await this.settled();
      await this.#database.close();
    });
  }

  async #call<T>(limits: Limits, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    return this.#calls.run(async () => {
      const deadline = new Deadline(limits.timeoutMs, limits);
      try {
        return await work(deadline);
      } finally {
        deadline.clear();
      }
    });
  }

  async #writeTurn<T>(limits: Limits, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    return this.#call(limits, async (deadline) => {
      const entered = this.#writers.enter();
      try {
        await deadline.race(entered);
        await deadline.race(this.settled());
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
      if (keep) await this.#database.keep(() => transaction.commit());
      else await transaction.abandon();
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
