import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to the server that can be counted, blocked and cut: what happens to networks, on purpose. */
export interface Gate {
  /** Address of the GraphQL endpoint as seen through the gate. */
  readonly endpoint: string;
  /** Requests that came so far. */
  readonly count: () => number;
  /** From now on requests wait. */
  hold(): void;
  /** Lets waiting and later requests through. */
  release(): void;
  /** From now on nobody listens at the address. */
  cut(): Promise<void>;
  /** Listens again at the same address. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a gate in front of a server, such as http://127.0.0.1:8080. */
export async function openGate(url: string): Promise<Gate> {
  let requests = 0;
  let waiting: (() => void)[] | null = null;
  const server = createServer((incoming, outgoing) => {
    requests += 1;
    const pass = () => {
      const onward = ask(
        new URL(incoming.url ?? '/', url),
        { method: incoming.method, headers: { ...incoming.headers, host: new URL(url).host } },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.on('error', () => outgoing.destroy());
      outgoing.on('close', () => onward.destroy());
      incoming.pipe(onward);
    };
    if (waiting) waiting.push(pass);
    else pass();
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/graphql`,
    count: () => requests,
    hold: () => {
      waiting = [];
    },
    release: () => {
      for (const pass of waiting ?? []) pass();
      waiting = null;
    },
    cut: stop,
    mend: () => listen(port),
    close: stop,
  };
}
