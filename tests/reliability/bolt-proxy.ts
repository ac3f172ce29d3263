import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * What the proxy does at the n-th message of the client:
 * - `cut`: breaks both connections instead of passing it on.
 * - `swallow`: passes it on, and breaks the connection before the answer.
 * - `stall`: passes nothing on any more and keeps the connection open.
 */
export type BoltFault = 'cut' | 'swallow' | 'stall';

/** Stands between a driver and its Neo4j. */
export interface BoltProxy {
  /** `bolt://` address of the proxy. */
  readonly uri: string;
  /** Messages of the client since `disturb` was called, or since the start. */
  count(): number;
  /** From now on: does this at the n-th message, counted from 1; 0 for never. */
  disturb(fault: BoltFault, nth: number): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free port of this machine. */
export async function startBoltProxy(target: string): Promise<BoltProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let messages = 0;
  let plan: { readonly fault: BoltFault; readonly nth: number } = { fault: 'cut', nth: 0 };

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let muted = false;
    const breakBoth = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', breakBoth);
      socket.on('close', () => {
        sockets.delete(socket);
        breakBoth();
      });
    }
    client.on('data', (chunk) => {
      messages += 1;
      const isDue = messages === plan.nth;
      if (isDue && plan.fault === 'cut') return breakBoth();
      if (isDue) muted = true;
      if (!(muted && plan.fault === 'stall')) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!muted) client.write(chunk);
      else if (plan.fault === 'swallow') breakBoth();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    uri: `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => messages,
    disturb: (fault, nth) => {
      messages = 0;
      plan = { fault, nth };
    },
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
