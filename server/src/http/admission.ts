import { getHeapStatistics } from 'node:v8';

import { type ExecutionResult, GraphQLError } from 'graphql';

import type { Execute } from './execute.ts';
import { limits } from './limits.ts';
import type { AdmissionState } from './observer.ts';

export interface AdmissionOptions {
  /** Executions that run at once. */
  readonly running: number;
  /** Executions that wait for a place. */
  readonly waiting: number;
  /** How long one may wait. Milliseconds. */
  readonly waitMs: number;
  /** Told of each change. */
  readonly tell: (now: AdmissionState) => void;
}

/**
 * Executes so many queries at once, lets some more wait for their turn, and refuses the others at once:
 * what is shared by too many at the same time is of use to none. A place is free again when the work in
 * the store has ended, not when its client got tired of it.
 */
export function admitted({ running, waiting, waitMs, tell }: AdmissionOptions, execute: Execute): Execute {
  let free = running;
  const queue: (() => void)[] = [];

  const told = (): void => tell({ running: running - free, waiting: queue.length });

  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else free += 1;
    told();
  }

  return async (execution) => {
    if (memoryIsShort()) return busy('The server is short of memory.');
    if (free > 0) free -= 1;
    else if (queue.length >= waiting) return busy(`${running} queries run and ${waiting} wait.`);
    else {
      const asked = performance.now();
      await new Promise<void>((resolve) => {
        queue.push(resolve);
        told();
      });
      if (performance.now() - asked > waitMs) {
        leave();
        return busy(`No query that ran has ended for ${waitMs / 1000} seconds.`);
      }
    }
    told();
    try {
      return await execute(execution);
    } finally {
      leave();
    }
  };
}

/** Seconds after which a client may try again. */
const retryAfter = 1;

function busy(why: string): ExecutionResult {
  const error = new GraphQLError(`The server is busy. ${why} Try again in a moment.`, {
    extensions: {
      code: 'STORE_UNAVAILABLE',
      retryAfter,
      http: { status: 503, headers: { 'Retry-After': String(retryAfter) } },
    },
  });
  return { errors: [error] };
}

/** Whether this process has used most of what it may: of its heap, or of what its container gives it. */
function memoryIsShort(): boolean {
  const { used_heap_size: used, heap_size_limit: max } = getHeapStatistics();
  // 0, or more than any machine has, where nothing constrains it.
  const constrained = process.constrainedMemory();
  const heapIsFull = used > max * limits.memoryShare;
  return heapIsFull || (constrained > 0 && process.memoryUsage.rss() > constrained * limits.memoryShare);
}
