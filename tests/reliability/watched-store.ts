import { passingOn } from '../../server/src/store/passing-on.ts';
import type { Store, Transaction } from '../../server/src/store/store.ts';

/**
 * A moment at which something may go wrong:
 * - `ask`: before a read, write or schema statement reaches the store.
 * - `run`, `ran`: before and after a statement of a transaction.
 * - `end`: the work of a transaction is done and not yet committed.
 * - `answer`: the store has done it, and the caller does not know yet.
 */
export type Moment = 'ask' | 'run' | 'ran' | 'end' | 'answer';

/** The same store, telling each moment; what `at` throws is what the caller gets. */
export function watchedStore(store: Store, at: (moment: Moment) => void): Store {
  const watched = (transaction: Transaction): Transaction => ({
    run: async (cypher, parameters) => {
      at('run');
      const result = await transaction.run(cypher, parameters);
      at('ran');
      return result;
    },
    vet: async (cypher, parameters, permissions) => transaction.vet(cypher, parameters, permissions),
  });
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    at('ask');
    const result = await call();
    at('answer');
    return result;
  };
  const inside =
    <T>(work: (transaction: Transaction) => Promise<T>) =>
    async (transaction: Transaction): Promise<T> => {
      const result = await work(watched(transaction));
      at('end');
      return result;
    };
  return {
    ...passingOn(store),
    read: async (work, options) => around(async () => store.read(inside(work), options)),
    write: async (work, options) => around(async () => store.write(inside(work), options)),
    schema: async (cypher) => around(async () => store.schema(cypher)),
    runAlone: async (cypher, parameters, options) =>
      around(async () => store.runAlone(cypher, parameters, options)),
  };
}

/** Does something at the n-th moment, counted from 1, and lets all others pass. */
export function atNth(
  nth: number,
  act: (moment: Moment) => void,
): { at: (moment: Moment) => void; count: () => number } {
  let count = 0;
  return {
    at: (moment) => {
      count += 1;
      if (count === nth) act(moment);
    },
    count: () => count,
  };
}
