import { rowsOf, statement } from '../store/statement.ts';
import type { Store } from '../store/store.ts';

const anything = statement({
  name: 'app.anything',
  cypher: `MATCH (n) RETURN true AS found LIMIT 1`,
  example: {},
});

/** Scripts of `cypher/`, whose paths in the ledger begin with the folders' names. */
const shippedBefore = statement({
  name: 'app.shipped-before',
  cypher: `MATCH (s:LoadedScript)
WHERE s.path STARTS WITH 'cypher/' RETURN s.path AS path LIMIT 1`,
  example: {},
});

/**
 * Whether a database holds somebody's graph that never got the scripts in `cypher/`: then whoever starts a
 * server on it to look at it did not ask for them, nor for any other change. Throws StoreError.
 */
export async function holdsOtherGraph(store: Store): Promise<boolean> {
  return store.read(async (transaction) => {
    const [some] = await rowsOf(transaction, anything, {});
    if (some === undefined) return false;
    return (await rowsOf(transaction, shippedBefore, {})).length === 0;
  });
}
