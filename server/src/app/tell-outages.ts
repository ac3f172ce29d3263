import type { Log } from '../http/log.ts';
import { passingOn } from '../store/passing-on.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';

/** Why a store cannot be used now, which may change without anything being done here. */
export function isOutage(error: unknown): error is StoreError {
  return error instanceof StoreError && (error.code === 'UNAVAILABLE' || error.code === 'UNAUTHENTICATED');
}

/** The same store, of which the log tells once that it cannot be reached, and once that it can again. */
export function tellingOutages(store: Store, log: Log): Store {
  let reason: string | null = null;

  async function ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      const answer = await question();
      if (reason !== null) log.info({}, 'The store answers again');
      reason = null;
      return answer;
    } catch (error) {
      if (isOutage(error) && error.message !== reason) {
        reason = error.message;
        log.warn({ code: error.code }, `${error.message} Trying on.`);
      }
      throw error;
    }
  }

  return {
    ...passingOn(store),
    read: async (work, options) => ask(() => store.read(work, options)),
    query: async (cypher, parameters, options) => ask(() => store.query(cypher, parameters, options)),
    write: async (work, options) => ask(() => store.write(work, options)),
    describe: async () => ask(() => store.describe()),
  };
}
