import { passingOn } from './passing-on.ts';
import type { Store } from './store.ts';

/** The same store for one caller: whatever is asked of it ends when the signal is aborted, with its reason. */
export function endingWith(store: Store, signal: AbortSignal): Store {
  return {
    ...passingOn(store),
    read: async (work, options) => {
      signal.throwIfAborted();
      return store.read(work, { signal, ...options });
    },
    write: async (work, options) => {
      signal.throwIfAborted();
      return store.write(work, { signal, ...options });
    },
    searchText: async (text, limit) => {
      signal.throwIfAborted();
      return store.searchText(text, limit, signal);
    },
  };
}
