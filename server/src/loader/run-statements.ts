import { StoreError } from '../store/store-error.ts';
import type { Transaction } from '../store/store.ts';
import type { PreparedScript, PreparedStatement } from './prepare-script.ts';
import { ScriptError, problemAt } from './script-problem.ts';
import type { ScriptProblemCode } from './script-problem.ts';

/** Runs a script's statements on data one after another. Throws ScriptError for the one that fails. */
export async function runStatements(
  transaction: Transaction,
  prepared: PreparedScript,
  onStatement: (done: number) => void,
): Promise<void> {
  for (const [index, statement] of prepared.data.entries()) {
    try {
      await transaction.run(statement.cypher, statement.parameters);
    } catch (error) {
      throw scriptErrorOf(error, statement, prepared);
    }
    onStatement(index + 1);
  }
}

/** What a store says to a statement, at its place in the file; errors that are not the script's own pass through. */
export function scriptErrorOf(
  error: unknown,
  statement: PreparedStatement,
  prepared: PreparedScript,
): unknown {
  if (!(error instanceof StoreError)) return error;
  const code = problemCode(error);
  if (code === null) return error;
  const { lines, script } = prepared;
  const offset = offsetOf(error, statement, prepared);
  const finding = { code, message: error.message, hint: error.hint, offset };
  return new ScriptError([problemAt(finding, script.file, lines)], { cause: error });
}

/** Null for what has nothing to do with the script, such as a store that went away. */
function problemCode({ code }: StoreError): ScriptProblemCode | null {
  switch (code) {
    case 'BAD_STATEMENT':
      return 'SYNTAX';
    case 'CONSTRAINT':
      return 'CONSTRAINT';
    case 'NOT_SUPPORTED':
      return 'NOT_SUPPORTED';
    case 'BAD_VALUE':
    case 'TIMEOUT':
    case 'FAILED':
      return 'STATEMENT_FAILED';
    case 'UNAVAILABLE':
    case 'UNAUTHENTICATED':
    case 'HELD':
    case 'DAMAGED':
    case 'READ_ONLY':
    case 'CONFLICT':
    case 'CLOSED':
      return null;
  }
}

/** Stores count from the statement's own beginning. */
function offsetOf({ position }: StoreError, statement: PreparedStatement, { lines }: PreparedScript): number {
  if (!position || position.line < 1) return statement.offset;
  const start = lines.placeAt(statement.offset);
  const line = start.line + position.line - 1;
  const column = position.line === 1 ? start.column + position.column - 1 : position.column;
  return Math.min(lines.offsetAt({ line, column }), statement.offset + statement.cypher.length);
}
