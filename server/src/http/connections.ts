import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What a connection is used for: it has not asked yet, is being read or answered, or was answered before. */
type Use = 'unasked' | 'answered' | IncomingMessage;

/**
 * Keeps so many connections. Where there are more, one is closed that nobody misses: before all others one that
 * has not sent a whole request, so that half-open ones, which cost nothing to make, do not shut out
 * those that ask.
 */
export function boundConnections(server: Server, max: number): void {
  const uses = new Map<Socket, Use>();

  server.on('connection', (socket: Socket) => {
    uses.set(socket, 'unasked');
    socket.once('close', () => uses.delete(socket));
    if (uses.size > max) (leastMissed(uses) ?? socket).destroy();
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    uses.set(socket, request);
    response.once('close', () => {
      if (uses.has(socket)) uses.set(socket, 'answered');
    });
  });
}

/** The oldest of those that are missed least; null where all are being answered. */
function leastMissed(uses: ReadonlyMap<Socket, Use>): Socket | null {
  let answered: Socket | null = null;
  for (const [socket, use] of uses) {
    if (use === 'answered') answered ??= socket;
    else if (use === 'unasked' || !use.complete) return socket;
  }
  return answered;
}
