import type { GrafeoDB, QueryResult as EngineResult } from '@grafeo-db/js';

import type { Deadline } from '../deadline.ts';
import { checkParameters } from '../parameters.ts';
import { deletionForbidden } from '../plan-refusals.ts';
import { StoreError } from '../store-error.ts';
import type { PlanPermissions, QueryResult, Transaction } from '../store.ts';
import type { Parameters, StoreValue } from '../values.ts';
import type { Piece } from './cut-statement.ts';
import { decodeRow } from './decode.ts';
import { fromEngineError } from './engine-error.ts';
import { USE_NEO4J } from './only-neo4j.ts';
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
    return this.#inTurn(cypher, async () => {
      checkParameters(parameters);
      return this.#execute(cypher, parameters);
    });
  }

  async vet(cypher: string, _parameters: Parameters, permissions: PlanPermissions): Promise<void> {
    return this.#inTurn(cypher, async () => {
      const { deletes } = await this.#judge(cypher);
      if (deletes && !permissions.deletes) throw deletionForbidden();
    });
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

  /** One statement at a time: the engine has no order for statements started together. */
  async #inTurn<T>(cypher: string, work: () => Promise<T>): Promise<T> {
    const result = this.#running.then(async () => this.#attempt(cypher, work));
    this.#running = result.catch(() => undefined);
    return result;
  }

  async #attempt<T>(cypher: string, work: () => Promise<T>): Promise<T> {
    this.#refuseWhenOver();
    try {
      return await work();
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
    const { mode } = this.#setup;
    const verdict = await this.#judge(cypher);
    if (mode === 'read' && verdict.kind === 'write') throw readOnly();
    let result: QueryResult = { columns: [], rows: [] };
    const carried = new Map<string, StoreValue>();
    for (const [index, piece] of verdict.pieces.entries()) {
      const { columns, rows, wrote } = await this.#executePiece(piece, cypher, {
        ...parameters,
        ...(verdict.pieces.length > 1 && {
          claimgraph_carried: piece.needs.map((name) => carried.get(name)),
        }),
      });
      if (wrote && mode === 'read') throw readOnly();
      // Only now, as a statement that matched nothing stores nothing.
      const unstorable = wrote ? verdict.unstorable(parameters) : undefined;
      if (unstorable !== undefined) throw badProperty(unstorable);
      result = { columns, rows };
      if (index < verdict.pieces.length - 1) carry(piece, result, carried);
    }
    return result;
  }

  async #executePiece(
    { text, linesBefore }: Piece,
    cypher: string,
    parameters: Record<string, unknown>,
  ): Promise<QueryResult & { readonly wrote: boolean }> {
    try {
      const result = await this.#setup.engine.executeCypher(text, parameters);
      const { columns } = result;
      const rows = result.rows().map((values) => decodeRow(columns, values));
      return { columns, rows, wrote: hasWritten(result) };
    } catch (cause) {
      throw fromEngineError(cause, cypher, linesBefore);
    }
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

/** Takes the nodes that later pieces go on with out of the one row that a piece has to give. */
function carry({ gives }: Piece, { columns, rows }: QueryResult, carried: Map<string, StoreValue>): void {
  const [row] = rows;
  const [count = '', ...lists] = columns;
  if (row?.[count] !== 1) {
    throw new StoreError({
      code: 'NOT_SUPPORTED',
      message: 'Not supported on the embedded store: a statement this long that goes on with several rows.',
      hint: `Cut the statement in pieces. ${USE_NEO4J}`,
    });
  }
  for (const [at, name] of gives.entries()) {
    const ids = row[lists[at] ?? ''];
    carried.set(name, Array.isArray(ids) ? (ids[0] ?? null) : null);
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
