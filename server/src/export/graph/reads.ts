import type { Store, Transaction } from '../../store/store.ts';

/** For one page, on a busy machine. */
const pageTimeoutMs = 60_000;

/** Reads one page in a transaction of its own. Throws StoreError, or the reason for which the export ended. */
export type Read = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

export function pageReads(store: Store, signal: AbortSignal | undefined): Read {
  return async (work) => {
    signal?.throwIfAborted();
    return store.read(work, { timeoutMs: pageTimeoutMs, signal });
  };
}

/** Gives the pages in their order, and reads each while the one before it is worked on. */
export async function* readAhead<P, T>(pages: Iterable<P>, read: (page: P) => Promise<T>): AsyncGenerator<T> {
  let next: Promise<T> | null = null;
  for (const page of pages) {
    const current = next;
    next = read(page);
    // Whoever waits for it is told; until then it is no unhandled failure.
    next.catch(() => undefined);
    if (current !== null) yield await current;
  }
  if (next !== null) yield await next;
}
