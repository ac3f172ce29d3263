import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { findWorkspace } from '../../server/src/app/workspace.ts';
import { tracingConnections } from './connect-trace.ts';

/** What `npm start` and every command run once everything is built. */
const program = join(findWorkspace(), 'server', 'dist', 'main.mjs');

/** A command of which every byte and every connection is watched. */
export interface WatchedProcess {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when it and its trace are over. */
  readonly ended: Promise<void>;
}

export interface Watching {
  readonly env: Readonly<Record<string, string>>;
  /** Where it runs, and where its temporary files go. */
  readonly folder: string;
  /** File for the addresses that it connects to. */
  readonly trace: string;
}

export function watch(args: readonly string[], { env, folder, trace }: Watching): WatchedProcess {
  const [command = '', ...rest] = [...tracingConnections(trace), process.execPath, program, ...args];
  const child = spawn(command, rest, {
    cwd: folder,
    env: { PATH: process.env['PATH'], TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(() => undefined);
  return { child, stdout: () => output.stdout, stderr: () => output.stderr, ended };
}

/** The address of a server with `--json`, once it answers or waits for its database. Throws what it said if it ends. */
export async function addressOf({ child, stdout, stderr }: WatchedProcess): Promise<string> {
  while (child.exitCode === null && child.signalCode === null) {
    const url = /"event":"(?:ready|waiting)","url":"([^"]+)"/.exec(stdout())?.[1];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${stdout()}${stderr()}`);
}
