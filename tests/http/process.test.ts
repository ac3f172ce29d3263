import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findWorkspace } from '../../server/src/app/workspace.ts';
import { subscribe } from '../support/event-stream.ts';

/** What `npm start` runs once everything is built. */
const program = join(findWorkspace(), 'server', 'dist', 'main.mjs');
const password = 'canary-password';

interface Serving {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

let folder: string;
let running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph process '));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
  await rm(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Serving {
  const child = spawn(process.execPath, [program, 'serve'], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], CLAIMGRAPH_DATA: folder, PORT: '0', NEO4J_PASSWORD: password, ...env },
  });
  running.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { child, stdout: () => output.stdout, stderr: () => output.stderr, ended };
}

/** Address of a server that came up; throws what it said if it did not. */
async function ready({ child, stdout, stderr }: Serving): Promise<URL> {
  while (child.exitCode === null) {
    const address = /ready: (http:\S+)/.exec(stdout())?.[1];
    if (address) return new URL(address);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(stderr());
}

/** Sends the beginning of a request and nothing more. */
async function halfRequest({ port }: URL): Promise<{ socket: Socket; finish: () => Promise<string> }> {
  const body = '{"query":"{ __typename }"}';
  const socket = connect(Number(port), '127.0.0.1');
  const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`, () => resolve());
  });
  // Long enough for the server to have seen it.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const finish = async (): Promise<string> => {
    socket.write(body.slice(5));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  };
  return { socket, finish };
}

describe('stopping', () => {
  it('lets a running request finish, closes the store, and ends with 0', async () => {
    const first = start();
    const { finish } = await halfRequest(await ready(first));
    first.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await finish()).toMatch(/^HTTP\/1\.1 200 [^]*"__typename":"Query"/);
    expect(await first.ended).toBe(0);

    const second = start();
    const url = await ready(second);
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    // Everything was loaded by the first, and kept.
    expect(second.stdout()).not.toContain('loaded ');
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('waits no longer than 10 seconds for a request that never ends', async () => {
    const server = start();
    await halfRequest(await ready(server));
    const asked = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  it('ends subscriptions in order', async () => {
    const server = start();
    const url = await ready(server);
    const stream = await subscribe(url.origin, 'subscription { graphChanged { sequence } }');
    const next = stream.next();
    server.child.kill('SIGTERM');
    expect(await next).toBeNull();
    expect(await server.ended).toBe(0);
  });

  it('stops at once when it is told twice', async () => {
    const server = start();
    await halfRequest(await ready(server));
    server.child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const asked = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(1);
    expect(performance.now() - asked).toBeLessThan(2_000);
  });
});

it('waits for a Neo4j that is not there, and says so', async () => {
  const server = start({ CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' });
  await expect.poll(server.stdout).toMatch(/shows no graph\.\n$/);
  expect(server.stdout()).toMatch(
    /^Claimgraph waits for its database: Neo4j at bolt:\/\/127\.0\.0\.1:1 does not answer\.\n.+\n.+\n$/,
  );
  const [url = ''] = /http:\S+/.exec(server.stdout()) ?? [];
  const health = await fetch(new URL('/healthz', url));
  expect(health.status).toBe(503);
  expect(server.stderr() + server.stdout() + (await health.text())).not.toContain(password);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

describe('a start that cannot work ends with one message that says what to do', () => {
  it('port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const server = start({ PORT: String(port) });
    expect(await server.ended).toBe(2);
    expect(server.stderr()).toMatch(new RegExp(`^error: Port ${port} is in use.*PORT=\\d+ npm start\\n$`));
    other.close();
  });

  it('a store that another process has open', async () => {
    const first = start();
    await ready(first);
    const second = start();
    expect(await second.ended).toBe(3);
    expect(second.stderr()).toMatch(/^error: .+\n +Stop the other process.*\n$/);
  });

  it('a setting that cannot be used', async () => {
    const server = start({ PORT: 'http' });
    expect(await server.ended).toBe(2);
    expect(server.stderr()).toBe(
      'error: PORT is "http". Allowed: a whole number from 0 to 65535; 0 takes a free one.\n',
    );
  });
});
