import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

import { StoreError } from '../store/store-error.ts';

/** Where a new store waits, whole, until it takes the place of the one in a folder: its name alone says that it is whole. */
export function readyFolder(folder: string): string {
  return `${folder}.ready`;
}

/**
 * Puts a store that was built beside in the place of the one in a folder, and says where the old one is
 * now; null if there was none. Killed half-way it has done nothing, or `finishExchange` does the rest.
 * Throws StoreError FAILED.
 */
export async function exchangeFolder(folder: string, building: string): Promise<string | null> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const aside = existsSync(folder) ? `${folder}.old-${time}` : null;
  const ready = readyFolder(folder);
  try {
    await rename(building, ready);
    if (aside !== null) await rename(folder, aside);
    await finishExchange(folder);
    return aside;
  } catch (cause) {
    const whole = existsSync(ready) ? ready : building;
    throw new StoreError({
      code: 'FAILED',
      message: `The new store in ${whole} cannot take the place of ${folder}: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: `A folder that is a mount point cannot be exchanged: name a folder below it in CLAIMGRAPH_DATA. The new store is whole and stays in ${whole}.`,
      cause,
    });
  }
}

/** Before a store is opened: what an exchange that was killed had still to do, if there was one. */
export async function finishExchange(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  try {
    await rename(readyFolder(folder), folder);
  } catch (error) {
    // There is none, or another process was faster.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
