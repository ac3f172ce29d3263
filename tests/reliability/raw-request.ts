import { connect } from 'node:net';

/** What comes back for these bytes until the server closes, or for a stream its beginning. */
export async function rawRequest(url: string, bytes: Buffer): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1');
    // What is not a whole request waits for its rest; the server's own time limits for that are longer.
    const patience = setTimeout(() => socket.destroy(), 300);
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(patience);
      resolve(answer);
    });
    socket.write(bytes);
  });
}
