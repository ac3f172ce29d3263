import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** A file that cannot be written. The message says why, the hint what to do. */
class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly hint: string;

  constructor(file: string, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    super(`${file} cannot be written: ${reasons[code] ?? String(cause)}.`, { cause });
    this.hint =
      code === 'ENOSPC'
        ? 'Make room, and run the command again. Nothing of the file is there.'
        : 'Name another file, or change what is in the way. Nothing of the file is there.';
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'it is not permitted',
  EPERM: 'it is not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'it is there already',
};

/** What brings the text, piece by piece. */
type Work<T> = (write: (text: string) => Promise<void>) => Promise<T>;

/**
 * Writes a file whole or not at all: the text goes to a file beside it, which takes its name at the end.
 * Of a link that is the file it leads to. A pipe or a device is written as the text comes and never replaced.
 * Throws OutputError; what the work throws passes through.
 */
export async function writeWhole<T>(file: string, work: Work<T>): Promise<T> {
  const there = await stat(file).catch(() => null);
  if (there && !there.isFile() && !there.isDirectory()) return writeInto(file, work);
  const target = there ? await realpath(file) : file;
  const temporary = `${target}.part-${process.pid}`;
  const handle = await attempt(file, async () => open(temporary, 'wx'));
  try {
    const result = await work(async (text) => attempt(file, async () => handle.writeFile(text)));
    await attempt(file, async () => finish(handle));
    await attempt(file, async () => rename(temporary, target));
    return result;
  } catch (error) {
    await handle.close();
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeInto<T>(file: string, work: Work<T>): Promise<T> {
  const handle = await attempt(file, async () => open(file, 'w'));
  try {
    return await work(async (text) => attempt(file, async () => handle.writeFile(text)));
  } finally {
    await handle.close();
  }
}

async function finish(handle: FileHandle): Promise<void> {
  await handle.sync();
  await handle.close();
}

async function attempt<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new OutputError(file, error);
  }
}
