import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { expect, it } from 'vitest';

import { expand } from '../api/documents.ts';
import { campaign, isFull, tell } from './campaign.ts';
import { type Asked, byClients, LoadClient, percentile } from './load.ts';
import { startServerProcess } from './server-process.ts';

const seconds = isFull ? 30 : 3;
const streams = isFull ? 200 : 20;

const { title, rounds: sockets, random } = campaign('G11: slow sockets', { quick: 200, full: 2_000 });

const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const subscription = JSON.stringify({ query: 'subscription { graphChanged { sequence } }' });

/** What a client sends that never asks a whole question, or never reads the answer. */
const beginnings: readonly string[] = [
  '',
  'P',
  'POST /graphql HTTP/1.1\r\n',
  head,
  `${head}Content-Length: 100\r\n\r\n{"query":`,
  `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"que`,
  'GET /graphql HTTP/1.1\r\nHost: localhost\r\nX-A: ',
];

it(
  `ordinary queries are answered beside half-open sockets and open streams: ${title}`,
  async () => {
    const server = await startServerProcess();
    const { hostname, port } = new URL(server.url);
    const client = new LoadClient(server.url, 16);
    const open: Socket[] = [];
    const ask = async (): Promise<Asked> => client.ask(expand, { id: 'cia' });
    const dial = async (sent: string): Promise<Socket> => {
      const socket = connect(Number(port), hostname);
      open.push(socket);
      // The server closes what is too much or too slow: that is what it should do.
      socket.on('error', () => undefined);
      await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
      if (!socket.destroyed) socket.write(sent);
      return socket;
    };
    try {
      await byClients({ clients: 4, seconds }, ask);
      const alone = await byClients({ clients: 4, seconds }, ask);
      const stream = `${head}Accept: text/event-stream\r\nContent-Length: ${subscription.length}\r\n\r\n${subscription}`;
      const told = await Promise.all(
        Array.from({ length: streams }, async () => statusOf(await dial(stream))),
      );
      // Their connections are kept by the client, which may be more than the server has room for otherwise.
      for (let n = 0; n < sockets; n += 1) await dial(random.pick(beginnings));
      const beside = await byClients({ clients: 4, seconds }, ask);
      tell(
        `G11: ${told.filter((status) => status === 200).length} of ${streams} streams, ${sockets} sockets; ` +
          `p99 ${Math.round(percentile(alone, 99))} ms alone, ${Math.round(percentile(beside, 99))} ms beside them`,
      );
      // 20 streams of one address are served, the others are told why not.
      const admitted = Math.min(20, streams);
      expect(told.filter((status) => status === 200)).toHaveLength(admitted);
      expect(told.filter((status) => status === 429)).toHaveLength(streams - admitted);
      for (const { status } of [...alone, ...beside]) expect(status).toBe(200);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      expect(server.complaints()).toBe('');
      if (!isFull) return;
      expect(percentile(beside, 99) / percentile(alone, 99)).toBeLessThanOrEqual(2);
    } finally {
      for (const socket of open) socket.destroy();
      client.close();
      await server.stop();
    }
  },
  isFull ? 600_000 : 120_000,
);

async function statusOf(socket: Socket): Promise<number> {
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  return Number(/^HTTP\/1\.1 (\d+)/.exec(bytes.toString())?.[1]);
}
