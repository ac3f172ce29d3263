/** What a command tells its caller; `--help` shows the same table. */
export const exitCodes = {
  ok: 0,
  refused: 1,
  wrongUse: 2,
  storeNotUsable: 3,
  unexpected: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const meanings: Readonly<Record<ExitCode, string>> = {
  0: 'everything went well',
  1: 'a script was refused: nothing of it is in the graph. Or something was found that was to be found',
  2: 'wrong use: an unknown option, article or setting, a port that is taken, a file that cannot be written',
  3: 'the store cannot be used: not running, held by another process, wrong password, damaged',
  4: 'something nobody expected',
  130: 'stopped by Ctrl-C',
};

export const exitCodesHelp = ['Exit codes:', ...Object.entries(meanings).map(exitCodeLine)].join('\n');

/** The row of one exit code, with what it means for one command. */
export function exitCodeLine([code, meaning]: readonly [string | number, string]): string {
  return `  ${String(code).padEnd(4)} ${meaning}`;
}
