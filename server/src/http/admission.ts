import { getHeapStatistics } from 'node:v8';

import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';

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

interface Waiting {
  readonly since: number;
  readonly begin: () => void;
}

/**
 * Executes so many queries at once, lets some more wait for their turn, and refuses the others at once:
 * what is shared by too many at the same time is of use to none. As many as run may always wait; more may
 * while the first of them has not waited longer than a query takes, so that a burst is served and a load that
 * does not end is not answered ever later. A place is free again when the work has ended, not when its client
 * got tired of it.
 */
export function admitted({ running, waiting, waitMs, tell }: AdmissionOptions, execute: Execute): Execute {
  let free = running;
  const memoryIsShort = memoryWatch();
  const queue: Waiting[] = [];
  /** How long a query takes, later ones more than earlier ones; nobody is refused for it before one has ended. */
  let usualMs = Infinity;

  const told = (): void => tell({ running: running - free, waiting: queue.length });

  function isFull(): boolean {
    const [first] = queue;
    if (!first || queue.length >= waiting) return queue.length >= waiting;
    return queue.length >= running && performance.now() - first.since > usualMs;
  }

  async function turn(): Promise<void> {
    await new Promise<void>((begin) => {
      queue.push({ since: performance.now(), begin });
      told();
    });
  }

  function leave(): void {
    const next = queue.shift();
    if (next) next.begin();
    else free += 1;
    told();
  }

  async function run(execution: ExecutionArgs): Promise<ExecutionResult> {
    const began = performance.now();
    try {
      return await execute(execution);
    } finally {
      const took = performance.now() - began;
      usualMs = usualMs === Infinity ? took : usualMs + (took - usualMs) / 10;
      leave();
    }
  }

  return async (execution) => {
    if (memoryIsShort()) return busy(memoryShort);
    if (free > 0) {
      free -= 1;
      told();
      return run(execution);
    }
    if (isFull()) return busy(`${running} queries run and ${queue.length} wait.`);
    const asked = performance.now();
    await turn();
    const isLate = performance.now() - asked >= waitMs;
    // Answers that were worked out meanwhile may not have been taken yet.
    if (!isLate && !memoryIsShort()) return run(execution);
    leave();
    return busy(isLate ? `No query that ran has ended for ${waitMs / 1000} seconds.` : memoryShort);
  };
}

const memoryShort = 'The server is short of memory.';

/** Seconds after which a client may try again. */
const retryAfter = 1;

/** Tells a client to come back. */
export function busy(why: string): ExecutionResult {
  const error = new GraphQLError(`The server is busy. ${why} Try again in a moment.`, {
    extensions: {
      code: 'STORE_UNAVAILABLE',
      retryAfter,
      http: { status: 503, headers: { 'Retry-After': String(retryAfter) } },
    },
  });
  return { errors: [error] };
}

/** How long it is taken for true: asking takes as long as a small query. Milliseconds. */
const freshMs = 50;

function memoryWatch(): () => boolean {
  let isShort = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - lookedAt < freshMs) return isShort;
    lookedAt = now;
    isShort = isMemoryShort();
    return isShort;
  };
}

/** Whether this process has used most of what it may: of its heap, or of what its container gives it. */
function isMemoryShort(): boolean {
  const { used_heap_size: used, heap_size_limit: max } = getHeapStatistics();
  // 0, or more than any machine has, where nothing constrains it.
  const constrained = process.constrainedMemory();
  const heapIsFull = used > max * limits.memoryShare;
  return heapIsFull || (constrained > 0 && process.memoryUsage.rss() > constrained * limits.memoryShare);
}
