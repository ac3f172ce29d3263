import { stat } from 'node:fs/promises';

/** Whether users other than the owner may do anything with a file or folder; Windows does not say so this way. */
export async function openToOthers(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const { mode } = await stat(path);
  return (mode & 0o077) !== 0;
}
