import { excerptOf } from './excerpt.ts';
import type { Excerpt } from './excerpt.ts';
import type { LineIndex } from './line-index.ts';

/**
 * What can be wrong with a script: the file, its text, what it asks for, what the store says to it,
 * or (from UNKNOWN_ID on) what it says about the article.
 */
export type ScriptProblemCode =
  | 'FILE_NOT_FOUND'
  | 'FILE_NOT_A_SCRIPT'
  | 'FILE_NOT_READABLE'
  | 'FILE_NOT_UTF8'
  | 'FILE_TOO_LARGE'
  | 'EMPTY'
  | 'SYNTAX'
  | 'SCRIPT_NOT_ALLOWED'
  | 'PARAMETER'
  | 'STATEMENT_FAILED'
  /** The statement is right, but the store that is used cannot run it. */
  | 'NOT_SUPPORTED'
  | 'CONSTRAINT'
  /** A graph deleted what other scripts had loaded. */
  | 'FORGOTTEN'
  | 'ARTICLE'
  | 'UNKNOWN_ID'
  | 'CLAIM_ID'
  | 'CLAIM_WITHOUT_ID'
  | 'SPEAKER'
  | 'STATUS'
  | 'DATE'
  | 'QUOTE'
  | 'DISPUTE'
  | 'VALUE'
  | 'VOCABULARY'
  | 'LOOK_ALIKE'
  | 'NAME'
  | 'CONFLICT'
  | 'UNREVIEWED';

/** One thing that is wrong with one script, or looks wrong: what, where, why and what to do. */
export interface ScriptProblem {
  readonly code: ScriptProblemCode;
  /** An error keeps the whole script out; a warning is only told. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  readonly file: string;
  /** Line and column count from 1; null where the file as a whole is meant. */
  readonly line: number | null;
  readonly column: number | null;
  readonly excerpt: Excerpt | null;
}

/** A script that was refused, with everything that is wrong with it. Nothing of it is in the store. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
  readonly problems: readonly ScriptProblem[];

  constructor(problems: readonly ScriptProblem[], options?: ErrorOptions) {
    super(problems.map((problem) => problem.message).join('\n'), options);
    this.problems = problems;
  }
}

/** What is wrong, before it is known in which file. */
export interface Finding {
  readonly code: ScriptProblemCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly severity?: 'error' | 'warning';
  /** Where in the script, in UTF-16 units. */
  readonly offset: number;
  /** How much of the text is meant. */
  readonly length?: number;
}

export function problemAt(finding: Finding, file: string, lines: LineIndex): ScriptProblem {
  const { code, message, hint = null, severity = 'error', offset, length = 1 } = finding;
  const place = lines.placeAt(offset);
  const excerpt = excerptOf(lines.lineText(place.line), place.column - 1, length);
  return { code, severity, message, hint, file, ...place, excerpt };
}

/** A problem with a file as a whole. */
export function problemWithFile(
  file: string,
  problem: Pick<Finding, 'code' | 'message' | 'hint'>,
): ScriptProblem {
  const { code, message, hint = null } = problem;
  return { code, severity: 'error', message, hint, file, line: null, column: null, excerpt: null };
}
