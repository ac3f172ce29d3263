import neo4j, { type Driver, isRetryableError, Neo4jError, type Session } from 'neo4j-driver';

import { Calls } from '../calls.ts';
import { Deadline } from '../deadline.ts';
import { refuseOtherThanSchema, refuseSchema } from '../schema-statement.ts';
import { checkStatementText } from '../statement-text.ts';
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
import { READ_TIMEOUT_MS, WRITE_TIMEOUT_MS } from '../timeouts.ts';
import type { Parameters } from '../values.ts';
import { fromNeo4jError, unavailable } from './neo4j-error.ts';
import { resultOf } from './neo4j-result.ts';
import { runTask, type Task } from './neo4j-task.ts';
import { Neo4jTextSearch } from './neo4j-text-search.ts';
import { encodeParameters } from './neo4j-values.ts';

export interface Neo4jStoreOptions {
  /** `bolt://`, `neo4j://` or `neo4j+s://` address. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** The account's home database if left out. */
  readonly database?: string | undefined;
}

type Work<T> = (transaction: Transaction) => Promise<T>;

/** Attempts after broken connections, deadlocks and elections; the driver's 30 s are too long for a screen. */
const RETRY_MS = 5_000;
const CONNECT_MS = 5_000;
/** The driver's word for no limit. */
const FETCH_ALL = -1;

/**
 * Opens a store on a Neo4j server, which need not run yet: every call connects anew where there is no
 * connection, and `describe` tells whether it answers. Throws StoreError FAILED for an address that is none.
 */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<Store> {
  const location = locationOf(options.uri);
  try {
    return new Neo4jStore(options, location);
  } catch (cause) {
    throw badAddress(location, cause);
  }
}

class Neo4jStore implements Store {
  readonly features: ReadonlySet<StoreFeature> = new Set([
    'relationship-constraints',
    'fulltext-index',
    'label-disjunction',
    'element-id-seek',
    'own-transactions',
  ]);
  readonly #driver: Driver;
  readonly #location: string;
  readonly #database: string | undefined;
  readonly #calls = new Calls();
  readonly #bookmarks = neo4j.bookmarkManager();
  readonly #textSearch = new Neo4jTextSearch(this);

  constructor({ uri, username, password, database }: Neo4jStoreOptions, location: string) {
    this.#location = location;
    this.#database = database;
    this.#driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      useBigInt: true,
      telemetryDisabled: true,
      maxTransactionRetryTime: RETRY_MS,
      connectionTimeout: CONNECT_MS,
      // All rows at once: a statement must be through before the next one, which may be sent ahead, begins.
      fetchSize: FETCH_ALL,
      connectionAcquisitionTimeout: CONNECT_MS,
      userAgent: 'claimgraph',
    });
  }

  async read<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    const { timeoutMs = READ_TIMEOUT_MS, signal } = options;
    const location = this.#location;
    return this.#transact({ mode: 'read', timeoutMs, rollback: false, signal, work, location });
  }

  async query(cypher: string, parameters: Parameters = {}, options: AloneOptions = {}): Promise<QueryResult> {
    checkStatementText(cypher);
    refuseSchema(cypher);
    const { timeoutMs = READ_TIMEOUT_MS, signal } = options;
    const encoded = encodeParameters(parameters);
    const deadline = new Deadline(timeoutMs, { signal });
    try {
      // One round trip, where a transaction takes two.
      return await this.#calls.run(async () =>
        this.#inSession('read', async (session) =>
          deadline.race(resultOf(session.run(cypher, encoded, { timeout: timeoutMs }))),
        ),
      );
    } catch (error) {
      if (!(error instanceof StoreError) || !isRetryableError(error.cause)) throw error;
    } finally {
      deadline.clear();
    }
    return this.read(async (transaction) => transaction.run(cypher, parameters), options);
  }

  async write<T>(work: Work<T>, options: TransactionOptions = {}): Promise<T> {
    const { timeoutMs = WRITE_TIMEOUT_MS, rollback = false, signal } = options;
    const location = this.#location;
    return this.#transact({ mode: 'write', timeoutMs, rollback, signal, work, location });
  }

  async schema(cypher: string): Promise<void> {
    return this.#calls.run(async () => {
      refuseOtherThanSchema(cypher);
      try {
        await this.#inSession('write', async (session) => {
          await session.executeWrite(async (transaction) => transaction.run(cypher), {
            timeout: WRITE_TIMEOUT_MS,
          });
        });
      } catch (error) {
        // IF NOT EXISTS does not see what somebody else makes at the same moment.
        if (!(/\bIF\s+NOT\s+EXISTS\b/iu.test(cypher) && isThereAlready(error))) throw error;
      }
    });
  }

  async runAlone(cypher: string, parameters: Parameters = {}, options: AloneOptions = {}): Promise<void> {
    const { timeoutMs = WRITE_TIMEOUT_MS, signal } = options;
    return this.#calls.run(async () => {
      checkStatementText(cypher);
      refuseSchema(cypher);
      const deadline = new Deadline(timeoutMs, { signal });
      try {
        const encoded = encodeParameters(parameters);
        await this.#inSession('write', async (session) =>
          deadline.race(session.run(cypher, encoded, { timeout: timeoutMs })),
        );
      } finally {
        deadline.clear();
      }
    });
  }

  async searchText(text: string, limit: number, signal?: AbortSignal): Promise<readonly TextCandidate[]> {
    return this.#textSearch.search(text, { limit, signal });
  }

  changeMark(): null {
    return null;
  }

  async describe(): Promise<StoreDescription> {
    return this.#calls.run(async () => {
      const deadline = new Deadline(READ_TIMEOUT_MS, { error: () => unavailable(this.#location) });
      try {
        // A statement rather than the driver's server info, which does not touch the database; not repeated.
        const { summary } = await this.#inSession('read', async (session) =>
          deadline.race(session.run('RETURN 1 AS one')),
        );
        const { agent } = summary.server;
        return { kind: 'neo4j', product: agent?.replace('/', ' ') ?? 'Neo4j', location: this.#location };
      } finally {
        deadline.clear();
      }
    });
  }

  async settled(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    return this.#calls.close(async () => this.#driver.close());
  }

  async #transact<T>(task: Task<T>): Promise<T> {
    return this.#calls.run(async () => this.#inSession(task.mode, async (session) => runTask(session, task)));
  }

  async #inSession<T>(mode: Task<unknown>['mode'], work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#driver.session({
      ...this.#databaseName(),
      defaultAccessMode: mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
    });
    try {
      return await work(session);
    } catch (error) {
      // What the work itself threw is none of ours.
      throw error instanceof Neo4jError ? fromNeo4jError(error, this.#location) : error;
    } finally {
      // Has Neo4j end what it still works on, so that nothing runs on behind a caller who has left. Not
      // awaited: the server may never answer. The driver closes it with the pool at the latest.
      void session.close().catch(() => undefined);
    }
  }

  #databaseName(): { database?: string } {
    return this.#database === undefined ? {} : { database: this.#database };
  }
}

/** Scheme, host and port: an address may hold a password, and a query that means nothing to a reader. */
function locationOf(uri: string): string {
  try {
    const { protocol, host } = new URL(uri);
    return `${protocol}//${host}`;
  } catch (cause) {
    throw badAddress('the given address', cause);
  }
}

function isThereAlready(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : error;
  return cause instanceof Neo4jError && cause.code.endsWith('.EquivalentSchemaRuleAlreadyExists');
}

function badAddress(location: string, cause: unknown): StoreError {
  return new StoreError({
    code: 'FAILED',
    message: `Neo4j cannot be reached at ${location}: it is no address of a Neo4j.`,
    hint: 'Write it like neo4j://localhost:7687, bolt://localhost:7687 or neo4j+s://name.example, without name and password.',
    cause,
  });
}
