import type { GrafeoDB, QueryResult as EngineResult } from '@grafeo-db/js';

import type { Deadline } from '../deadline.ts';
import { checkParameters } from '../parameters.ts';
import { StoreError } from '../store-error.ts';
import type { QueryResult, Transaction } from '../store.ts';
import type { Parameters } from '../values.ts';
import { decodeRow } from './decode.ts';
import { fromEngineError } from './engine-error.ts';
import type { UnstorableValue } from './property-uses.ts';
import type { StatementGate, Verdict } from './statement-gate.ts';

export type TransactionMode = 'read' | 'write';

type EngineTransaction = ReturnType<GrafeoDB['beginTransaction']>;

interface EmbeddedTransactionSetup {
  readonly engine: EngineTransaction;
  readonly mode: TransactionMode;
  readonly gate: StatementGate;
  readonly deadline: Deadline;
}

/**
 * One engine transaction. The engine keeps the half that worked when a statement fails and would
 * commit it, so the first error is remembered here and every later use ends in a rollback.
 */
export class EmbeddedTransaction implements Transaction {
  readonly #setup: EmbeddedTransactionSetup;
  #running: Promise<unknown> = Promise.resolve();
  #failure: StoreError | undefined;
  #ended = false;

  constructor(setup: EmbeddedTransactionSetup) {
    this.#setup = setup;
  }

  /** What poisoned this transaction, if anything did. */
  get failure(): StoreError | undefined {
    return this.#failure;
  }

  async run(cypher: string, parameters: Parameters = {}): Promise<QueryResult> {
    // One statement at a time: the engine has no order for statements started together.
    const result = this.#running.then(async () => this.#runNow(cypher, parameters));
    this.#running = result.catch(() => undefined);
    return result;
  }

  /** Waits for statements that were started, awaited by the work or not. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** Ends it for good, keeping everything. Throws CONFLICT if another transaction was first. */
  commit(): void {
    this.#ended = true;
    try {
      this.#setup.engine.commit();
    } catch (cause) {
      throw fromEngineError(cause, '');
    }
  }

  /** Ends it as soon as the engine lets go of it, keeping nothing. */
  async abandon(): Promise<void> {
    this.#ended = true;
    await this.#running;
    if (this.#setup.engine.isActive) this.#setup.engine.rollback();
  }

  async #runNow(cypher: string, parameters: Parameters): Promise<QueryResult> {
    this.#refuseWhenOver();
    try {
      checkParameters(parameters);
      return await this.#execute(cypher, parameters);
    } catch (error) {
      this.#failure = fromEngineError(error, cypher);
      throw this.#failure;
    }
  }

  #refuseWhenOver(): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#setup.deadline.check();
    if (this.#ended) {
      throw new StoreError({
        code: 'FAILED',
        message: 'The transaction is over; nothing more can run in it.',
      });
    }
  }

  async #execute(cypher: string, parameters: Parameters): Promise<QueryResult> {
    const { engine, mode } = this.#setup;
    const verdict = await this.#judge(cypher);
    if (mode === 'read' && verdict.kind === 'write') throw readOnly();
    const result = await engine.executeCypher(verdict.text, parameters);
    if (hasWritten(result)) {
      if (mode === 'read') throw readOnly();
      // Only now, as a statement that matched nothing stores nothing.
      const unstorable = verdict.unstorable(parameters);
      if (unstorable !== undefined) throw badProperty(unstorable);
    }
    const { columns } = result;
    return { columns, rows: result.rows().map((values) => decodeRow(columns, values)) };
  }

  async #judge(cypher: string): Promise<Verdict> {
    const { engine, gate } = this.#setup;
    return gate.judge(cypher, async (text) => {
      const plan = (await engine.executeCypher(text)).scalar();
      if (typeof plan !== 'string') throw new Error('the engine gave no plan');
      return plan;
    });
  }
}

function hasWritten({ counters }: EngineResult): boolean {
  return Object.values(counters).some((count) => count > 0);
}

function badProperty({ name, reason }: UnstorableValue): StoreError {
  return new StoreError({
    code: 'BAD_VALUE',
    message: `The property ${name} cannot hold ${reason}.`,
    hint: 'A property holds text, a number, true or false, or a list of one kind of these.',
  });
}

function readOnly(): StoreError {
  return new StoreError({
    code: 'READ_ONLY',
    message: 'The statement writes, but it runs in a read transaction.',
    hint: 'Run it in a write transaction.',
  });
}
