import { connect } from 'node:net';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ settings: { CLAIMGRAPH_HOSTS: 'graph.example,[2001:db8::1]' } });
});
afterAll(() => app.close());

/** Lines of a request, and what becomes of it; PORT stands for the server's. */
type Sent = readonly [header: string, status: number, target?: string];

const served: readonly Sent[] = [
  ['Host: localhost', 200],
  ['Host: localhost:PORT', 200],
  ['Host: localhost:1', 200],
  ['Host: LOCALHOST:PORT', 200],
  ['HOST: LocalHost', 200],
  ['Host:   localhost  ', 200],
  ['Host: 127.0.0.1:PORT', 200],
  ['Host: [::1]:PORT', 200],
  ['Host: graph.example', 200],
  ['Host: Graph.Example:8443', 200],
  ['Host: [2001:DB8::1]', 200],
];

const refused: readonly Sent[] = [
  // Names of others, and names that look like ours.
  ['Host: evil.example', 421],
  ['Host: evil.example:PORT', 421],
  ['Host: localhost.evil.example', 421],
  ['Host: evil-localhost', 421],
  ['Host: graph.example.evil.example', 421],
  ['Host: sub.graph.example', 421],
  ['Host: localhost.', 421],
  ['Host: graph.example.:PORT', 421],
  ['Host: 127.0.0.2', 421],
  ['Host: 127.1', 421],
  ['Host: 2130706433', 421],
  ['Host: 0x7f000001', 421],
  ['Host: 0.0.0.0', 421],
  ['Host: [::]', 421],
  ['Host: [::ffff:127.0.0.1]', 421],
  ['Host: ::1', 421],
  // What is no name.
  ['Host: user@localhost', 421],
  ['Host: localhost@evil.example', 421],
  ['Host: localhost:PORT:PORT', 421],
  ['Host: localhost:999999', 421],
  ['Host: localhost:http', 421],
  ['Host: localhost/evil.example', 421],
  ['Host: localhost, evil.example', 421],
  ['Host: ', 421],
  ['X-Forwarded-Host: localhost', 421],
  // Two of them, or one in the target as well.
  ['Host: localhost\r\nHost: evil.example', 421],
  ['Host: evil.example\r\nHost: localhost', 421],
  ['Host: localhost\r\nHost: localhost', 421],
  ['Host: localhost', 421, 'http://evil.example'],
  ['Host: evil.example', 421, 'http://localhost:PORT'],
  ['Host: evil.example\r\nX-Forwarded-Host: localhost', 421],
];

const paths = [
  '/graphql?query={__typename}',
  '/',
  '/assets/x.js',
  '/healthz',
  '/graphql?query=subscription{graphChanged{sequence}}',
];

it(`answers under its own names alone: ${served.length + refused.length} of them`, async () => {
  expect(served.length + refused.length).toBe(42);
  const odd: unknown[] = [];
  for (const [header, status, target = ''] of [...served, ...refused]) {
    const found = await statusOf(`${target}/healthz`, header);
    if (found !== status) odd.push({ header, target, found });
  }
  expect(odd).toEqual([]);
});

it(`refuses the others at every path, with nothing of the graph: ${refused.length * paths.length} requests`, async () => {
  const odd: unknown[] = [];
  for (const [header, , target = ''] of refused) {
    for (const path of paths) {
      const answer = await send(`${target}${path}`, header);
      const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
      if (!answer.startsWith('HTTP/1.1 421') || !/^\{"errors":\[.*not served here/.test(body))
        odd.push({ header, path });
    }
  }
  expect(odd).toEqual([]);
});

async function statusOf(target: string, header: string): Promise<number> {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await send(target, header))?.[1]);
}

/** Over a raw socket: a client would tidy up what is sent. */
function send(target: string, header: string): Promise<string> {
  const { hostname, port } = new URL(app.url);
  const head = `GET ${target} HTTP/1.1\r\n${header}\r\nConnection: close\r\n\r\n`.replaceAll('PORT', port);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(head));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', reject);
  });
}
