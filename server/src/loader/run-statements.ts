import { StoreError } from '../store/store-error.ts';
import { lineIndex } from './line-index.ts';
import type { Loading } from './loading.ts';
import type { PreparedScript, PreparedStatement } from './prepared-script.ts';
import { ScriptError, problemAt } from './script-problem.ts';
import type { ScriptProblemCode } from './script-problem.ts';
import { offsetAsWritten } from './statement-shape.ts';

/** How many statements are on their way to the store at once: no answer is waited for in between. */
const ahead = 64;

/**
 * Runs statements one after another, by default all of the script's on data. Throws ScriptError for the
 * first that fails, or the signal's reason.
 */
export async function runStatements(
  { transaction, prepared, onStatement, signal }: Omit<Loading, 'vocabulary' | 'rules'>,
  statements: Iterable<PreparedStatement> = prepared.data,
): Promise<void> {
  const sent: { readonly statement: PreparedStatement; readonly answer: Promise<unknown> }[] = [];
  let done = 0;
  const settle = async (): Promise<void> => {
    const next = sent.shift();
    if (!next) return;
    try {
      await next.answer;
    } catch (error) {
      throw scriptErrorOf(error, next.statement, prepared);
    }
    done += 1;
    onStatement(done);
  };
  for (const statement of statements) {
    signal?.throwIfAborted();
    const answer = transaction.run(statement.cypher, statement.parameters);
    // Those behind the first that fails are not asked any more.
    answer.catch(() => undefined);
    sent.push({ statement, answer });
    if (sent.length >= ahead) await settle();
  }
  while (sent.length > 0) await settle();
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
  const offset = offsetOf(error, statement);
  const message = asWritten(error.message, statement, prepared);
  const finding = { code, message, hint: error.hint, offset };
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

/** Stores count from the beginning of what they got. */
function offsetOf({ position }: StoreError, { cypher, offset, lifted }: PreparedStatement): number {
  if (!position || position.line < 1) return offset;
  return offset + offsetAsWritten(lineIndex(cypher).offsetAt(position), lifted);
}

/** A store knows only the parameter where the script has a value. */
function asWritten(
  message: string,
  { lifted, offset }: PreparedStatement,
  { script }: PreparedScript,
): string {
  return message.replaceAll(/\$?`?\b(value\d+)\b`?/g, (whole, name: string) => {
    const value = lifted.find((one) => one.name === name);
    return value ? script.text.slice(offset + value.start, offset + value.end) : whole;
  });
}
