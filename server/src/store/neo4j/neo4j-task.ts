import { isRetryableError, type ManagedTransaction, type Session } from 'neo4j-driver';

import { Deadline } from '../deadline.ts';
import { StoreError } from '../store-error.ts';
import type { Transaction } from '../store.ts';
import { Neo4jTransaction } from './neo4j-transaction.ts';

export interface Task<T> {
  readonly mode: 'read' | 'write';
  readonly timeoutMs: number;
  /** Roll back although the work succeeded. */
  readonly rollback: boolean;
  readonly signal: AbortSignal | undefined;
  readonly work: (transaction: Transaction) => Promise<T>;
  /** Address without credentials, for messages. */
  readonly location: string;
}

/** Once sent, only the answer to a commit tells what became of it, so it is waited for beyond the deadline. */
const COMMIT_GRACE_MS = 10_000;

/** Runs the task in a managed transaction of the driver, which repeats it after conflicts and broken connections. */
export async function runTask<T>(session: Session, task: Task<T>): Promise<T> {
  const deadline = new Deadline(task.timeoutMs, { signal: task.signal });
  const attempts = new Attempts(task, deadline);
  const attempt = async (transaction: ManagedTransaction): Promise<void> => attempts.next(transaction);
  const config = { timeout: task.timeoutMs };
  const running =
    task.mode === 'read' ? session.executeRead(attempt, config) : session.executeWrite(attempt, config);
  try {
    await deadline.race(running);
  } catch (error) {
    if (error !== attempts.dryRunEnd && !(deadline.isPast && attempts.isCommitting))
      throw attempts.reasonFor(error);
    if (error !== attempts.dryRunEnd) await commitOutcome(running, task.location);
  } finally {
    deadline.clear();
  }
  return attempts.result();
}

async function commitOutcome(running: Promise<void>, location: string): Promise<void> {
  const grace = new Deadline(COMMIT_GRACE_MS, {
    error: () =>
      new StoreError({
        code: 'UNAVAILABLE',
        message: `Neo4j at ${location} does not say whether it kept the change.`,
        hint: 'Look whether the change is there before you repeat it.',
      }),
  });
  try {
    await grace.race(running);
  } finally {
    grace.clear();
  }
}

/** The attempts at one task: what the work gave or threw last, behind what the driver is told. */
class Attempts<T> {
  /** Thrown to make the driver roll back a success. */
  readonly dryRunEnd = new Error('end of a dry run');
  readonly #task: Task<T>;
  readonly #deadline: Deadline;
  #isCommitting = false;
  #outcome: { readonly value: T } | undefined;
  #workError: { readonly error: unknown; readonly cause: unknown } | undefined;

  constructor(task: Task<T>, deadline: Deadline) {
    this.#task = task;
    this.#deadline = deadline;
  }

  get isCommitting(): boolean {
    return this.#isCommitting;
  }

  async next(managed: ManagedTransaction): Promise<void> {
    this.#isCommitting = false;
    this.#workError = undefined;
    // Nobody waits for it any more, and nothing may be kept behind the caller's back.
    this.#deadline.check();
    const transaction = new Neo4jTransaction(managed, this.#task.location);
    try {
      this.#outcome = { value: await this.#task.work(transaction) };
    } catch (error) {
      throw this.#forDriver(error, transaction);
    }
    await transaction.idle();
    if (transaction.failure !== undefined) throw this.#forDriver(transaction.failure.error, transaction);
    this.#deadline.check();
    if (this.#task.rollback) throw this.dryRunEnd;
    this.#isCommitting = true;
  }

  /** The work's own error where the driver was told another, so that it could judge whether to repeat. */
  reasonFor(error: unknown): unknown {
    return this.#workError?.cause === error ? this.#workError?.error : error;
  }

  result(): T {
    if (this.#outcome === undefined) throw new Error('the driver finished a transaction without running it');
    return this.#outcome.value;
  }

  #forDriver(error: unknown, { failure }: Neo4jTransaction): unknown {
    if (failure === undefined || !isRetryableError(failure.cause)) return error;
    this.#workError = { error, cause: failure.cause };
    return failure.cause;
  }
}
