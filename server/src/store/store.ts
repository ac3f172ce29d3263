import type { Parameters, Row } from './values.ts';

/** What came back from one statement. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * One transaction. Everything run in it is seen by later statements of it and by nobody else until it
 * is committed. The first error poisons it: whatever happens afterwards, nothing of it is kept.
 */
export interface Transaction {
  /**
   * Runs one statement. Throws StoreError: BAD_STATEMENT with its place in the text, READ_ONLY for a
   * write in a read transaction, BAD_VALUE for a parameter nested deeper than 32, NOT_SUPPORTED ...
   */
  run(cypher: string, parameters?: Parameters): Promise<QueryResult>;

  /**
   * Lets the database plan a statement without running it, and throws FORBIDDEN if the plan does anything
   * but read and write this graph (files, procedures, administration), or deletes without permission;
   * else what `run` throws for a statement that is wrong. No reading of the text can be misled so far.
   */
  vet(cypher: string, parameters: Parameters, permissions: PlanPermissions): Promise<void>;
}

/** What a plan may do besides reading and adding. */
export interface PlanPermissions {
  readonly deletes: boolean;
}

export interface TransactionOptions {
  /** Ends the work with TIMEOUT. Milliseconds; reads 10,000 and writes 120,000 unless said otherwise. */
  readonly timeoutMs?: number;
  /** Roll back at the end although the work succeeded (a dry run). Only for writes. */
  readonly rollback?: boolean;
  /**
   * Ends the work with the signal's reason, keeping nothing; a statement that the database works on may
   * take its time behind the caller's back. Once the commit is on its way, it is waited for.
   */
  readonly signal?: AbortSignal | undefined;
}

export type AloneOptions = Pick<TransactionOptions, 'timeoutMs' | 'signal'>;

/** Where stores differ in what Cypher they run. */
export type StoreFeature =
  | 'relationship-constraints'
  | 'fulltext-index'
  | 'label-disjunction'
  /** `WHERE elementId(n) = $id` goes straight to the node; without it, `WHERE id(n) = $number` does. */
  | 'element-id-seek'
  /** `runAlone`: statements that open and commit transactions of their own. */
  | 'own-transactions';

/** One hit of a text search, before ranking: stores find candidates, `model` ranks them alike for all. */
export interface TextCandidate {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly labels: readonly string[];
}

export interface StoreDescription {
  readonly kind: 'embedded' | 'neo4j';
  /** Product and version, such as "Neo4j 5.26.30". */
  readonly product: string;
  /** Where it is, without credentials. */
  readonly location: string;
}

/** The port: run Cypher, get plain rows. Every store behind it passes the same contract suite. */
export interface Store {
  readonly features: ReadonlySet<StoreFeature>;

  /** Runs work in one read transaction. A write in it fails with READ_ONLY. Conflicts are retried, so work may run more than once. */
  read<T>(work: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;

  /** Runs one statement that reads, which is cheaper than a transaction around it. Otherwise as `read`. */
  query(cypher: string, parameters?: Parameters, options?: AloneOptions): Promise<QueryResult>;

  /** Runs work in one write transaction: committed, and safe on disk, when this returns; rolled back whole if it throws. Conflicts are retried. */
  write<T>(work: (transaction: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;

  /** Runs one schema statement (constraint, index) by itself, since no store takes it together with data. Repeating it is harmless when it says IF NOT EXISTS. */
  schema(cypher: string): Promise<void>;

  /**
   * Runs one statement outside of any transaction, as `CALL { ... } IN TRANSACTIONS` asks for. What it
   * has committed stays when it fails half-way, so it is never repeated. Throws NOT_SUPPORTED on stores
   * without the feature `own-transactions`.
   */
  runAlone(cypher: string, parameters?: Parameters, options?: AloneOptions): Promise<void>;

  /**
   * Entities whose name or an alias may match the text: a superset of what a person would accept
   * (case, marks, beginnings of words, one or two letters apart), at most `limit`, unordered.
   * Sees everything committed before the call. Ends with the signal's reason when that is aborted.
   */
  searchText(text: string, limit: number, signal?: AbortSignal): Promise<readonly TextCandidate[]>;

  /** A number that is another one after every commit; null where others write too and only the database would know. */
  changeMark(): number | null;

  /** Asks the database who it is. Throws StoreError UNAVAILABLE when it does not answer. */
  describe(): Promise<StoreDescription>;

  /**
   * Waits for what the database still works on although its callers were sent away, by a signal or a
   * timeout. At once where it ends such work.
   */
  settled(): Promise<void>;

  /** Waits for running work, then lets go of files and connections. Later calls fail with CLOSED. Closing twice is fine. */
  close(): Promise<void>;
}
