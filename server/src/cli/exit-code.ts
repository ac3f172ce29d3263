/** What a command tells its caller; `--help` shows the same table. */
export const exitCodes = {
  ok: 0,
  scriptRefused: 1,
  wrongUse: 2,
  storeNotUsable: 3,
  unexpected: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `Exit codes:
  0    everything went well
  1    a script was refused; nothing of it is in the store
  2    wrong use: an unknown option, a setting that cannot be used, a port that is taken
  3    the store cannot be used: not running, held by another process, wrong password, damaged
  4    something nobody expected
  130  stopped by Ctrl-C`;
