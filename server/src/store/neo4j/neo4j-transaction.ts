import type { ManagedTransaction } from 'neo4j-driver';

import { refuseSchema } from '../schema-statement.ts';
import { checkStatementText } from '../statement-text.ts';
import type { StoreError } from '../store-error.ts';
import type { PlanPermissions, QueryResult, Transaction } from '../store.ts';
import type { Parameters } from '../values.ts';
import { fromNeo4jError } from './neo4j-error.ts';
import { resultOf } from './neo4j-result.ts';
import { encodeParameters } from './neo4j-values.ts';
import { checkPlan } from './plan-gate.ts';

const EXPLAIN = 'EXPLAIN ';

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
    return this.#inTransaction(async () => this.#send(cypher, parameters));
  }

  async vet(cypher: string, parameters: Parameters, permissions: PlanPermissions): Promise<void> {
    return this.#inTransaction(async () => {
      checkStatementText(cypher);
      refuseSchema(cypher);
      const { summary } = await this.#transaction.run(`${EXPLAIN}${cypher}`, encodeParameters(parameters));
      checkPlan(summary.plan, permissions);
    }, EXPLAIN.length);
  }

  /** Waits for statements that were started, awaited by the work or not. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #inTransaction<T>(work: () => Promise<T>, unitsBefore = 0): Promise<T> {
    const result = this.#attempt(work, unitsBefore);
    this.#running = Promise.allSettled([this.#running, result]);
    return result;
  }

  /** `unitsBefore`: how much was put in front of the statement, in its first line. */
  async #attempt<T>(work: () => Promise<T>, unitsBefore: number): Promise<T> {
    if (this.#failure !== undefined) throw this.#failure.error;
    try {
      return await work();
    } catch (cause) {
      const error = fromNeo4jError(cause, this.#location, unitsBefore);
      // The earliest one is the reason; statements sent after it fail only because of it.
      this.#failure ??= { error, cause };
      throw error;
    }
  }

  async #send(cypher: string, parameters: Parameters): Promise<QueryResult> {
    checkStatementText(cypher);
    refuseSchema(cypher);
    return resultOf(this.#transaction.run(cypher, encodeParameters(parameters)));
  }
}
