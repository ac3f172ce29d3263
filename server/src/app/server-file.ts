import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

/** How other processes of the same user reach the server that has the embedded store open. */
export interface ServerFile {
  readonly url: string;
  /** 256 random bits, anew for every start. */
  readonly token: string;
  readonly pid: number;
}

const content = z.object({ url: z.url(), token: z.string().min(32), pid: z.int() });

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Writes how this process is reached beside the store that it has open, for nobody's eyes but the
 * owner's. A file that an earlier server left when it was killed is replaced.
 */
export async function writeServerFile(folder: string, server: ServerFile): Promise<void> {
  const temporary = join(folder, 'server.json.new');
  // A file that is there would keep the rights that it has.
  await rm(temporary, { force: true });
  await writeFile(temporary, `${JSON.stringify(server)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(temporary, join(folder, 'server.json'));
}

export async function removeServerFile(folder: string): Promise<void> {
  await rm(join(folder, 'server.json'), { force: true });
}

/** The server that last had the store open; null if none says so. It may have been killed since. */
export async function readServerFile(folder: string): Promise<ServerFile | null> {
  try {
    const text = await readFile(join(folder, 'server.json'), 'utf8');
    return content.parse(JSON.parse(text));
  } catch {
    // Missing, of another user, or half a file of another program: in each case nobody to hand work to.
    return null;
  }
}
