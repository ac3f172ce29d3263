import { ScriptError } from '../loader/script-problem.ts';
import type { ScriptProblem } from '../loader/script-problem.ts';
import { StoreError } from '../store/store-error.ts';
import { exitCodes } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';
import { problemLines } from './show-problem.ts';

/** What stopped a command, as `--json` tells it. */
export interface Failure {
  /** Of a StoreError; `SCRIPT` with its problems; else the name of the error, such as `SettingsError`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  readonly problems: readonly ScriptProblem[];
  readonly exitCode: ExitCode;
}

/** Errors whose message says everything, by the name that their class has. */
const plainlySaid = new Set([
  'SettingsError',
  'VocabularyError',
  'ListenError',
  'WrongUseError',
  'OutputError',
  'UnknownArticleError',
  'DraftError',
]);

/** Says once what stopped a command, without a stack trace, and gives the exit code. */
export function showFailure(error: unknown, screen: Screen): ExitCode {
  const failure = failureOf(error);
  showForPeople(failure, screen);
  if (failure.exitCode === exitCodes.unexpected && process.env['CLAIMGRAPH_LOG'] === 'debug')
    screen.err(error instanceof Error ? (error.stack ?? '') : '');
  const { exitCode, ...told } = failure;
  screen.document({ error: told, exitCode });
  return exitCode;
}

function showForPeople({ message, hint, problems }: Failure, { err, colors }: Screen): void {
  if (problems.length > 0) {
    for (const problem of problems) problemLines(problem, colors).forEach(err);
    err(`\n${colors.bold(colors.red('Nothing was done.'))}`);
    return;
  }
  err(`${colors.bold(colors.red('error'))}: ${harmless(message)}`);
  if (hint !== null) err(`       ${harmless(hint)}`);
}

function failureOf(error: unknown): Failure {
  if (error instanceof ScriptError) {
    const { message, problems } = error;
    return { code: 'SCRIPT', message, hint: null, problems, exitCode: exitCodes.refused };
  }
  if (error instanceof StoreError) {
    const { code, message } = error;
    const hint = whatToDo(error) ?? null;
    // What was asked for cannot be had, such as the export of an article that is not there.
    const exitCode = code === 'BAD_VALUE' ? exitCodes.wrongUse : exitCodes.storeNotUsable;
    return { code, message, hint, problems: [], exitCode };
  }
  if (error instanceof Error && plainlySaid.has(error.name)) {
    const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : null;
    return { code: error.name, message: error.message, hint, problems: [], exitCode: exitCodes.wrongUse };
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
    const hint = 'Make room, and run the command again. What was loaded before is kept.';
    const message = 'The disk is full.';
    return { code: 'DISK_FULL', message, hint, problems: [], exitCode: exitCodes.storeNotUsable };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    const message = 'Stopped. What was at work was rolled back.';
    return { code: 'INTERRUPTED', message, hint: null, problems: [], exitCode: exitCodes.interrupted };
  }
  return {
    code: 'UNEXPECTED',
    message: `Something nobody expected: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'The graph holds what was loaded before. Set CLAIMGRAPH_LOG=debug and run it again to see where it happened.',
    problems: [],
    exitCode: exitCodes.unexpected,
  };
}

/** What the store advises, or what helps in general. */
function whatToDo({ code, hint }: StoreError): string | undefined {
  if (hint !== undefined) return hint;
  switch (code) {
    case 'HELD':
      return 'Stop the process that has it open, and run this again.';
    case 'UNAVAILABLE':
      return 'Start the database, or check its address in CLAIMGRAPH_STORE. What was loaded before is kept.';
    case 'UNAUTHENTICATED':
      return 'Check NEO4J_USERNAME and NEO4J_PASSWORD.';
    case 'DAMAGED':
      return 'Make it anew from the scripts: npm run claimgraph -- rebuild';
    case 'TIMEOUT':
    case 'CONFLICT':
      return 'Nothing of the script was kept; run the command again.';
    case 'BAD_STATEMENT':
    case 'BAD_VALUE':
    case 'CONSTRAINT':
    case 'READ_ONLY':
    case 'FORBIDDEN':
    case 'NOT_SUPPORTED':
    case 'CLOSED':
    case 'FAILED':
      return undefined;
  }
}
