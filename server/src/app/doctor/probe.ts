import { textOf } from '../../model/stored-values.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import type { Parameters, Row } from '../../store/values.ts';

/** What a database said to a statement: rows, or why it would not. */
export type Reply =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Tries one statement in a read transaction of its own. Throws StoreError where the database does not answer at all. */
export async function probe(store: Store, cypher: string, parameters: Parameters = {}): Promise<Reply> {
  try {
    const { rows } = await store.read((transaction) => transaction.run(cypher, parameters));
    return { kind: 'rows', rows };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code === 'UNAVAILABLE') throw error;
    return { kind: 'refused', reason: error.message };
  }
}

/** `community` or `enterprise`; null where the account may not know. */
export async function editionOf(store: Store): Promise<string | null> {
  const components = await probe(store, 'CALL dbms.components() YIELD edition RETURN edition');
  return components.kind === 'rows' ? textOf(components.rows[0]?.['edition']) : null;
}
