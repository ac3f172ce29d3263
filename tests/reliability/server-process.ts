import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

import { findWorkspace } from '../../server/src/app/workspace.ts';
import { bundle } from '../support/bundle.ts';
import type { TestNeo4j } from '../support/neo4j.ts';
import { campaignNeo4js } from './campaign.ts';
import type { ServerMemory, ServerNews } from './server-program.ts';

/** The whole server with the shipped articles, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** What it holds after all garbage was collected. */
  memory(): Promise<ServerMemory>;
  /** What it wrote on standard error: its log, from errors on. */
  complaints(): string;
  isRunning(): boolean;
  stop(): Promise<void>;
}

export interface ServerProcessOptions {
  /** Where its graph is kept; in a folder of its own if there is none. */
  readonly neo4j?: TestNeo4j | undefined;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Kinds of stores that the campaigns on a server run on. */
export const servedStores: readonly { readonly name: string; readonly neo4j?: TestNeo4j }[] = [
  { name: 'embedded' },
  ...campaignNeo4js().map((neo4j) => ({ name: neo4j.name, neo4j })),
];

const measureWorker = 'server/src/graphql/analysis/measure-worker.mjs';

/** Starts a server; throws what it said if it does not come up. */
export async function startServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-served-'));
  const program = await bundle('tests/reliability/server-program.ts');
  // It starts this one beside itself, as the built server does.
  const worker = join(dirname(program), basename(measureWorker));
  const copy = `${worker}.${process.pid}`;
  await copyFile(join(findWorkspace(), measureWorker), copy);
  await rename(copy, worker);
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      CLAIMGRAPH_DATA: folder,
      PORT: '0',
      ...storeOf(options),
      ...options.settings,
    },
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const news = await Promise.race([nextNews(lines), once(child, 'close')]);
  if (!('url' in news)) throw new Error(complaints);
  return {
    url: news.url,
    memory: async () => {
      child.stdin.write('\n');
      const told = await nextNews(lines);
      if (!('heapBytes' in told)) throw new Error('the server told something else');
      return told;
    },
    complaints: () => complaints,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      await kill(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function storeOf({ neo4j }: ServerProcessOptions): Record<string, string> {
  if (!neo4j) return {};
  return { CLAIMGRAPH_STORE: neo4j.uri, NEO4J_USERNAME: neo4j.username, NEO4J_PASSWORD: neo4j.password };
}

async function nextNews(lines: Interface): Promise<ServerNews> {
  const [line] = (await once(lines, 'line')) as [string];
  return JSON.parse(line) as ServerNews;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}
