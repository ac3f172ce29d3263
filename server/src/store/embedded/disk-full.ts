import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';

import { StoreError } from '../store-error.ts';

const MEGABYTE = 1_000_000;

/** Whether an error, or what caused it, is that there was no room left on the disk. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /GRAFEO-T009|no space left|ENOSPC|EDQUOT|EFBIG|file too large|quota exceeded/iu.test(error.message)
    ? true
    : isDiskFull(error.cause);
}

/** How much room is needed where; nothing of the change was kept. */
export async function diskFull(graphFile: string, cause: unknown): Promise<StoreError> {
  const folder = path.dirname(graphFile);
  const [{ size }, { bavail, bsize }] = await Promise.all([stat(graphFile), statfs(folder)]);
  return new StoreError({
    code: 'FAILED',
    message: `The disk is full: the store needs ${megabytes(2 * size)} MB at ${folder}, and ${megabytes(bavail * bsize)} MB are free.`,
    hint: 'Make room there and run it again. What was loaded before is kept and can be read.',
    cause,
  });
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
