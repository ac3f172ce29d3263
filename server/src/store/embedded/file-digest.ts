import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const CHUNK_BYTES = 1024 * 1024;

/**
 * SHA-256 of a file whose bytes and size are on disk by then, in hex; about 1 ms a megabyte, in pieces
 * that leave the event loop free. The engine sets the size of its file after it has synced it. Throws as
 * reading does.
 */
export async function syncedDigest(file: string): Promise<string> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
    const hash = createHash('sha256');
    for await (const chunk of handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false })) {
      hash.update(chunk as Buffer);
    }
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}
