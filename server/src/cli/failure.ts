import { ScriptError } from '../loader/script-problem.ts';
import { StoreError } from '../store/store-error.ts';
import { exitCodes } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { harmless } from './screen.ts';
import type { Screen } from './screen.ts';
import { problemLines } from './show-problem.ts';

/** Errors whose message says everything, by the name that their class has. */
const plainlySaid = new Set(['SettingsError', 'VocabularyError', 'ListenError']);

/** Says once what stopped a command, without a stack trace, and gives the exit code. */
export function showFailure(error: unknown, screen: Screen): ExitCode {
  const { err, colors } = screen;
  const say = (message: string, hint?: string): void => {
    err(`${colors.bold(colors.red('error'))}: ${harmless(message)}`);
    if (hint) err(`       ${harmless(hint)}`);
  };
  if (error instanceof ScriptError) {
    for (const problem of error.problems) problemLines(problem, colors).forEach(err);
    err(`\n${colors.bold(colors.red('Nothing was loaded.'))}`);
    return exitCodes.scriptRefused;
  }
  if (error instanceof StoreError) {
    say(error.message, whatToDo(error));
    return exitCodes.storeNotUsable;
  }
  if (error instanceof Error && plainlySaid.has(error.name)) {
    say(error.message);
    return exitCodes.wrongUse;
  }
  say(
    `Something nobody expected: ${error instanceof Error ? error.message : String(error)}`,
    'The graph holds what was loaded before. Set CLAIMGRAPH_LOG=debug and run it again to see where it happened.',
  );
  if (process.env['CLAIMGRAPH_LOG'] === 'debug' && error instanceof Error) err(error.stack ?? '');
  return exitCodes.unexpected;
}

/** What the store advises, unless a command knows better which process it is about. */
function whatToDo({ code, hint }: StoreError): string | undefined {
  if (code === 'HELD') {
    return 'Stop the process that has it open, such as npm start in another window, and run this again.';
  }
  if (hint !== undefined) return hint;
  switch (code) {
    case 'UNAVAILABLE':
      return 'Start the database, or check its address in CLAIMGRAPH_STORE. What was loaded before is kept.';
    case 'UNAUTHENTICATED':
      return 'Check NEO4J_USERNAME and NEO4J_PASSWORD.';
    case 'DAMAGED':
      return 'Keep the data folder aside, and load the scripts again into a new one.';
    case 'TIMEOUT':
    case 'CONFLICT':
      return 'Nothing of the script was kept; run the command again.';
    case 'BAD_STATEMENT':
    case 'BAD_VALUE':
    case 'CONSTRAINT':
    case 'READ_ONLY':
    case 'NOT_SUPPORTED':
    case 'CLOSED':
    case 'FAILED':
      return undefined;
  }
}
