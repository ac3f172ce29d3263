import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import neo4j from 'neo4j-driver';

import { workspace } from '../../server/src/app/workspace.ts';
import type { Server } from './bare.ts';
import { HUB } from './generated-graph.ts';

/** A server in a process of its own. */
export interface Running {
  readonly url: string;
  stop(): Promise<void>;
}

/** Claimgraph as it is shipped, on the store that the settings name. */
export function claimgraphServer(settings: Readonly<Record<string, string>>): Promise<Running> {
  const program = join(workspace().root, 'server/dist/main.mjs');
  return start([program, 'serve'], { ...settings, PORT: '0', CLAIMGRAPH_LOG: 'error' });
}

/** This program, as a bare handler: see `serveBare`. */
export function bareServer({ uri, username, password }: Server): Promise<Running> {
  const [, program = ''] = process.argv;
  return start([program, '--serve-bare'], { BENCH_URI: uri, BENCH_USER: username, BENCH_PASSWORD: password });
}

/** Any program that prints its address. */
export async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whatever ends this program ends them as well.
  process.once('exit', () => child.kill('SIGKILL'));
  const url = await addressOf(child);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`The server ended without an address:\n${said}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [url] = /http:\/\/[\w.[\]:]+/u.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
}

const neighbours = `MATCH (e:Entity {id: $id})-[c]-(o:Entity)
WITH e, o, count(c) AS claims ORDER BY claims DESC, o.id LIMIT 100
RETURN e.id AS id, e.name AS name, labels(e) AS labels, o.id AS otherId, o.name AS otherName, labels(o) AS otherLabels`;

/** The least that can be between a driver and HTTP: one query, its rows as JSON. */
export async function serveBare(): Promise<void> {
  const { BENCH_URI = '', BENCH_USER = '', BENCH_PASSWORD = '' } = process.env;
  const driver = neo4j.driver(BENCH_URI, neo4j.auth.basic(BENCH_USER, BENCH_PASSWORD));
  const server = createServer((_request, response) => {
    void (async () => {
      const { records } = await driver.executeQuery(neighbours, { id: HUB }, { routing: neo4j.routing.READ });
      const body = JSON.stringify(records.map((record) => record.toObject()));
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
      });
      response.end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  process.once('SIGTERM', () => process.exit(0));
}
