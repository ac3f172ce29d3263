import { passingOn } from './passing-on.ts';
import { StoreError } from './store-error.ts';
import type { Store } from './store.ts';

/**
 * The same store for one caller: whatever is asked of it ends when the signal is aborted, with its reason.
 * What a database cannot be made to end is waited for, so that whoever counts callers counts it too.
 */
export function endingWith(store: Store, signal: AbortSignal): Store {
  async function ask<T>(question: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    try {
      return await question();
    } catch (error) {
      const sentAway = signal.aborted || (error instanceof StoreError && error.code === 'TIMEOUT');
      if (sentAway) await store.settled();
      throw error;
    }
  }
  return {
    ...passingOn(store),
    read: async (work, options) => ask(() => store.read(work, { signal, ...options })),
    query: async (cypher, parameters, options) =>
      ask(() => store.query(cypher, parameters, { signal, ...options })),
    write: async (work, options) => ask(() => store.write(work, { signal, ...options })),
    searchText: async (text, limit) => ask(() => store.searchText(text, limit, signal)),
  };
}
