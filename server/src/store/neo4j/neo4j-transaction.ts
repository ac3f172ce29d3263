import type { ManagedTransaction } from 'neo4j-driver';

import { refuseSchema, schemaInTransaction } from '../schema-statement.ts';
import { checkStatementText } from '../statement-text.ts';
import type { StoreError } from '../store-error.ts';
import type { QueryResult, Transaction } from '../store.ts';
import type { Parameters, Row, StoreValue } from '../values.ts';
import { fromNeo4jError } from './neo4j-error.ts';
import { decodeValue, encodeParameters } from './neo4j-values.ts';

/** One managed transaction. The first error is remembered: work that catches it must not get its commit. */
export class Neo4jTransaction implements Transaction {
  readonly #transaction: ManagedTransaction;
  readonly #location: string;
  #running: Promise<unknown> = Promise.resolve();
  #failure: { readonly error: StoreError; readonly cause: unknown } | undefined;

  constructor(transaction: ManagedTransaction, location: string) {
    this.#transaction = transaction;
    this.#location = location;
  }

  /** What poisoned it, if anything did: as the port tells it, and as the driver knows it. */
  get failure(): { readonly error: StoreError; readonly cause: unknown } | undefined {
    return this.#failure;
  }

  async run(cypher: string, parameters: Parameters = {}): Promise<QueryResult> {
    const result = this.#runOne(cypher, parameters);
    this.#running = Promise.allSettled([this.#running, result]);
    return result;
  }

  /** Waits for statements that were started, awaited by the work or not. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #runOne(cypher: string, parameters: Parameters): Promise<QueryResult> {
    if (this.#failure !== undefined) throw this.#failure.error;
    try {
      return await this.#send(cypher, parameters);
    } catch (cause) {
      const error = fromNeo4jError(cause, this.#location);
      // The earliest one is the reason; statements sent after it fail only because of it.
      this.#failure ??= { error, cause };
      throw error;
    }
  }

  async #send(cypher: string, parameters: Parameters): Promise<QueryResult> {
    checkStatementText(cypher);
    refuseSchema(cypher);
    const result = this.#transaction.run(cypher, encodeParameters(parameters));
    const [columns, { records, summary }] = await Promise.all([result.keys(), result]);
    if (summary.queryType === 's' && summary.counters.containsUpdates()) throw schemaInTransaction();
    return {
      columns,
      rows: records.map((record) => rowOf(columns, (index) => record.get(index) as unknown)),
    };
  }
}

/** By index, as the driver's own row objects would let a column named `__proto__` reach their prototype. */
function rowOf(columns: readonly string[], valueAt: (index: number) => unknown): Row {
  const row = Object.create(null) as Record<string, StoreValue>;
  columns.forEach((column, index) => {
    row[column] = decodeValue(valueAt(index));
  });
  return row;
}
