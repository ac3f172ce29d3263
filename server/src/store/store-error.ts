/**
 * What can go wrong in a store, the same list for every store:
 * - UNAVAILABLE: not running, not reachable, or gone in the middle of the work.
 * - UNAUTHENTICATED: name or password refused.
 * - HELD: another process has the embedded store open.
 * - DAMAGED: the embedded store's file cannot be read, or holds less than was acknowledged.
 * - BAD_STATEMENT: syntax, unknown variable, wrong type, missing parameter.
 * - BAD_VALUE: a parameter that no store can hold (too deep, lone surrogate, NUL).
 * - CONSTRAINT: uniqueness violated.
 * - READ_ONLY: a write in a read transaction.
 * - FORBIDDEN: the statement would do what its giver may not, such as reading a file.
 * - TIMEOUT: took longer than it was allowed to.
 * - CONFLICT: lost against another transaction; may be run again.
 * - NOT_SUPPORTED: the statement is right, but this store cannot run it.
 * - CLOSED: the store was closed.
 * - FAILED: anything else that the database reports.
 */
export type StoreErrorCode =
  | 'UNAVAILABLE'
  | 'UNAUTHENTICATED'
  | 'HELD'
  | 'DAMAGED'
  | 'BAD_STATEMENT'
  | 'BAD_VALUE'
  | 'CONSTRAINT'
  | 'READ_ONLY'
  | 'FORBIDDEN'
  | 'TIMEOUT'
  | 'CONFLICT'
  | 'NOT_SUPPORTED'
  | 'CLOSED'
  | 'FAILED';

/** A place in a statement's text; line and column count from 1, offset from 0 in UTF-16 units. */
export interface StatementPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface StoreErrorDetails {
  readonly code: StoreErrorCode;
  /** What went wrong, in the user's words; no secrets, no class names. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Where in the statement, if the database says so. */
  readonly position?: StatementPosition | undefined;
  readonly cause?: unknown;
}

/** The one error that stores throw. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly hint: string | undefined;
  readonly position: StatementPosition | undefined;

  constructor(details: StoreErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.hint = details.hint;
    this.position = details.position;
  }

  /** Running the same work again may succeed. */
  get retriable(): boolean {
    return this.code === 'CONFLICT' || this.code === 'UNAVAILABLE';
  }
}
