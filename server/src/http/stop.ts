import type { Server } from 'node:http';

/** How long running requests may take to finish once the server stops. Milliseconds. */
const finishMs = 7_000;

/** Takes no new requests, lets those that run finish, and cuts off what still holds on after that. */
export async function stopListening(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), finishMs);
  // A connection whose last answer ends from now on would stay open for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(idle);
  clearTimeout(cutOff);
}
