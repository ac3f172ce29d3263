import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ListenError } from './listen-error.ts';

/** Where to listen; port 0 takes a free one. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
}

/** Starts listening and gives the address at which browsers find the server. Throws ListenError. */
export async function listen(server: Server, { host, port }: ListenOptions): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(listenError(error, { host, port }));
    server.once('error', fail);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', fail);
      resolve();
    });
  });
  const { port: given } = server.address() as AddressInfo;
  return `http://${nameForBrowsers(host)}:${given}`;
}

/** An address that stands for all of a machine's is none that a browser can open. */
function nameForBrowsers(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listenError(cause: NodeJS.ErrnoException, { host, port }: ListenOptions): ListenError | Error {
  switch (cause.code ?? '') {
    case 'EADDRINUSE':
      return new ListenError('PORT_IN_USE', {
        message: `Port ${port} is in use, perhaps by Claimgraph itself. Stop what uses it, or choose another port: PORT=${port + 1} npm start`,
        cause,
      });
    case 'EACCES':
      return new ListenError('PORT_REFUSED', {
        message: `The system does not let this user listen at port ${port}. Choose one above 1023: PORT=4000 npm start`,
        cause,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ListenError('HOST_UNKNOWN', {
        message: `CLAIMGRAPH_HOST is "${host}", which is no address of this machine. Leave it out to listen at 127.0.0.1.`,
        cause,
      });
    default:
      return cause;
  }
}
