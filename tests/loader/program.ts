import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findWorkspace } from '../../server/src/app/workspace.ts';

/** What `npm run load` runs once the server is built. */
const program = join(findWorkspace(), 'server', 'dist', 'main.mjs');

export interface Ended {
  /** Null after a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface Surroundings {
  /** What standard input holds; nothing unless given. */
  readonly input?: string | Uint8Array;
  /** File to which standard output goes; it is gathered unless given. */
  readonly output?: number;
  /** Folder in which it is started. */
  readonly cwd?: string;
}

/** Starts the command line with nothing in its environment but what is given. */
export function startCommand(
  args: readonly string[],
  env: Record<string, string>,
  { input, output: file, cwd = tmpdir() }: Surroundings = {},
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', file ?? 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
  return { child, ended };
}

export async function runCommand(
  args: readonly string[],
  env: Record<string, string>,
  surroundings?: Surroundings,
): Promise<Ended> {
  return startCommand(args, env, surroundings).ended;
}
