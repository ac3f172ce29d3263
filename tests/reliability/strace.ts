import { existsSync } from 'node:fs';

const usualPlace = '/usr/bin/strace';

/** Where strace is, if this machine has it: Linux alone. */
export const strace =
  process.env['CLAIMGRAPH_TEST_STRACE'] ?? (existsSync(usualPlace) ? usualPlace : undefined);

/** The command to put in front of a program, so that the n-th call of a system call fails or kills it. */
export function injecting({ calls, effect, nth }: Injection): readonly string[] {
  return [
    strace ?? 'strace',
    '-f',
    '-qqq',
    '-o',
    '/dev/null',
    '-e',
    `trace=${calls}`,
    '-e',
    `inject=${calls}:${effect}:when=${nth}`,
  ];
}

export interface Injection {
  /** Names of system calls, with commas between. They are counted for each thread. */
  readonly calls: string;
  /** `error=EIO`, `signal=KILL` ... */
  readonly effect: string;
  readonly nth: number;
}
