import { setTimeout as pause } from 'node:timers/promises';

import type { Log } from '../http/log.ts';
import { isOutage } from './tell-outages.ts';

/** Between two tries: at first, and at most. Milliseconds. */
const firstMs = 1_000;
const longestMs = 10_000;

/** Does the work as soon as the store lets it, however long that takes, unless the signal is aborted before. */
export async function keepTrying(work: () => Promise<void>, signal: AbortSignal, log: Log): Promise<void> {
  for (let waitMs = firstMs; !signal.aborted; waitMs = Math.min(2 * waitMs, longestMs)) {
    try {
      await pause(waitMs, undefined, { signal, ref: false });
      return await work();
    } catch (error) {
      if (signal.aborted) return;
      // An outage is told where it is met.
      if (!isOutage(error)) log.error({ err: error }, 'The scripts of cypher/ cannot be loaded; trying on');
    }
  }
}
