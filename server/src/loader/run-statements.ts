import { StoreError } from '../store/store-error.ts';
import { lineIndex } from './line-index.ts';
import type { Loading } from './loading.ts';
import type { PreparedScript, PreparedStatement } from './prepared-script.ts';
import { ScriptError, problemAt } from './script-problem.ts';
import type { ScriptProblemCode } from './script-problem.ts';
import { offsetAsWritten } from './statement-shape.ts';

/** How many statements are on their way to the store at once: no answer is waited for in between. */
const ahead = 64;

/** So many forms of statements are remembered as vetted; others are vetted each time. */
const maxForms = 10_000;

/**
 * Runs statements one after another, by default all of the script's on data. Those of a graph from elsewhere
 * are vetted first, each form once. Throws ScriptError for the first that fails, or the signal's reason.
 */
export async function runStatements(
  loading: Omit<Loading, 'vocabulary'>,
  statements: Iterable<PreparedStatement> = loading.prepared.data,
): Promise<void> {
  const { transaction, prepared, onStatement, signal } = loading;
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
  for (const group of groupsOf(statements)) {
    signal?.throwIfAborted();
    try {
      if (prepared.article === null) await vetStatements(loading, group);
    } catch (error) {
      // One that ran before may have failed, and ended the transaction for all.
      while (sent.length > 0) await settle();
      throw error;
    }
    for (const statement of group) {
      signal?.throwIfAborted();
      const answer = transaction.run(statement.cypher, statement.parameters);
      // Those behind the first that fails are not asked any more.
      answer.catch(() => undefined);
      sent.push({ statement, answer });
      if (sent.length >= ahead) await settle();
    }
  }
  while (sent.length > 0) await settle();
}

function* groupsOf(statements: Iterable<PreparedStatement>): Generator<readonly PreparedStatement[]> {
  let group: PreparedStatement[] = [];
  for (const statement of statements) {
    group.push(statement);
    if (group.length < ahead) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/**
 * Lets the store look at what statements would do before any of them runs: nothing that the gate's reading
 * of the text might have missed gets through. Throws ScriptError for the first that may not.
 */
export async function vetStatements(
  { transaction, prepared, rules, vetted }: Pick<Loading, 'transaction' | 'prepared' | 'rules' | 'vetted'>,
  statements: readonly PreparedStatement[],
): Promise<void> {
  const permissions = { deletes: rules.allow?.delete ?? false };
  const asked: { readonly statement: PreparedStatement; readonly answer: Promise<void> }[] = [];
  const forms = new Set<string>();
  for (const statement of statements) {
    const { cypher, parameters } = statement;
    if (vetted.has(cypher) || forms.has(cypher)) continue;
    forms.add(cypher);
    const answer = transaction.vet(cypher, parameters, permissions);
    answer.catch(() => undefined);
    asked.push({ statement, answer });
  }
  for (const { statement, answer } of asked) {
    try {
      await answer;
    } catch (error) {
      throw scriptErrorOf(error, statement, prepared);
    }
    if (vetted.size < maxForms) vetted.add(statement.cypher);
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
  const offset = offsetOf(error, statement);
  const message = asWritten(error.message, statement, prepared);
  const hint = error.hint ?? (code === 'SYNTAX' ? hintAtString(script.text, offset) : undefined);
  const finding = { code, message, hint, offset };
  return new ScriptError([problemAt(finding, script.file, lines)], { cause: error });
}

/** A string that was not closed ends at the next one's beginning, often lines below. */
function hintAtString(text: string, offset: number): string | undefined {
  const quote = text
    .slice(Math.max(0, offset - 100), offset)
    .replace(/\s*[\p{L}\p{N}_]*$/u, '')
    .at(-1);
  if (quote !== "'" && quote !== '"') return undefined;
  return `A text ends just before this. Look above for a ${quote} that is missing at its end, or for an apostrophe in it without a backslash.`;
}

/** Null for what has nothing to do with the script, such as a store that went away. */
function problemCode({ code }: StoreError): ScriptProblemCode | null {
  switch (code) {
    case 'BAD_STATEMENT':
      return 'SYNTAX';
    case 'CONSTRAINT':
      return 'CONSTRAINT';
    case 'FORBIDDEN':
      return 'SCRIPT_NOT_ALLOWED';
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
