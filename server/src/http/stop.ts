import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long running requests may take to finish once the server stops. Milliseconds. */
const finishMs = 7_000;

const socketsOf = new WeakMap<Server, Set<Socket>>();

/** Has `stopListening` know the server's connections, of which Node tells only those that were of use already. */
export function rememberSockets(server: Server): void {
  const sockets = new Set<Socket>();
  socketsOf.set(server, sockets);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
}

/** Takes no new requests, lets those that run finish, and cuts off what still holds on after that. */
export async function stopListening(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), finishMs);
  // A connection whose last answer ends from now on would stay open for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Browsers open connections in advance; nothing runs on one that has brought nothing.
    for (const socket of socketsOf.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
  });
  clearInterval(idle);
  clearTimeout(cutOff);
}
