import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findWorkspace } from '../../server/src/app/workspace.ts';

/** A Neo4j of one test's own, to be started, killed and started again; its data stay. */
export interface OwnNeo4j {
  readonly uri: string;
  readonly password: string;
  /** Resolves when it answers. */
  start(): Promise<void>;
  /** As when the machine loses it: nothing is closed. */
  kill(): Promise<void>;
  /** Kills it and removes its data. */
  remove(): Promise<void>;
}

const program = join(findWorkspace(), 'server', 'bin', 'neo4j.mjs');

/** On a free port, with these settings in the place of ours; it does not run yet. */
export async function ownNeo4j(settings: Readonly<Record<string, string>> = {}): Promise<OwnNeo4j> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-neo4j-'));
  const port = await freePort();
  const password = 'password-of-a-test';
  const set = Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  let running: ChildProcess | undefined;

  async function kill(): Promise<void> {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }

  return {
    uri: `bolt://127.0.0.1:${port}`,
    password,
    start: async () => {
      const child = spawn(process.execPath, [program, '--port', String(port), '--data', folder, ...set], {
        env: { ...process.env, NEO4J_PASSWORD: password },
      });
      running = child;
      await new Promise<void>((resolve, reject) => {
        let output = '';
        const read = (chunk: Buffer): void => {
          output += chunk.toString();
          if (output.includes('is running')) resolve();
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        child.once('close', () => reject(new Error(`Neo4j did not start: ${output}`)));
      });
    },
    kill,
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('there is no free port');
  return address.port;
}
