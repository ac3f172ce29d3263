import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import { bundle } from '../support/bundle.ts';
import type { Reply, Request } from './worker-program.ts';

/** A process that has a store open and works on it. */
export interface Worker {
  readonly child: ChildProcess;
  /** Everything it said, in order; the first is that it has opened the store. */
  readonly replies: readonly Reply[];
  /** Sends work, without waiting for it. */
  send(...requests: readonly Request[]): void;
  /** Resolves when it has said so much, or has ended. */
  heard(count: number): Promise<void>;
  /** Lets it finish what it was sent, and waits for its end. */
  finish(): Promise<void>;
  kill(): Promise<void>;
}

/** Makes the program that workers run; once for each test file. */
export async function workerProgram(): Promise<string> {
  return bundle('tests/reliability/worker-program.ts');
}

export interface WorkerOptions {
  readonly program: string;
  readonly store: StoreSettings;
  /** A command that is put in front, such as strace. */
  readonly under?: readonly string[];
}

export function startWorker({ program, store, under = [] }: WorkerOptions): Worker {
  const child = spawn(
    under[0] ?? process.execPath,
    [...under.slice(1), ...(under.length > 0 ? [process.execPath] : []), program],
    {
      env: { PATH: process.env['PATH'], CLAIMGRAPH_TEST_WORKER: JSON.stringify(store) },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const replies: Reply[] = [];
  let wake: () => void = () => undefined;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    replies.push(JSON.parse(line) as Reply);
    wake();
  });
  const ended = once(child, 'close').then(() => wake());
  // Whoever was killed cannot be written to.
  child.stdin.on('error', () => undefined);
  return {
    child,
    replies,
    send: (...requests) => {
      for (const request of requests) child.stdin.write(`${JSON.stringify(request)}\n`);
    },
    heard: async (count) => {
      while (replies.length < count && child.exitCode === null && child.signalCode === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    finish: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
