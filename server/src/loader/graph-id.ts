import { randomUUID } from 'node:crypto';

import { rowsOf, statement } from '../store/statement.ts';
import type { Store, Transaction } from '../store/store.ts';
import { textOf } from './row-values.ts';

/** The first write takes the node's lock, so that of two servers that start at once one name stays. */
const nameOnce = statement({
  name: 'graph-id.name-once',
  cypher: `MERGE (c:LoadCounter {id: 'loads'}) SET c.taken = true
WITH c SET c.graph = coalesce(c.graph, $graph)`,
  example: { graph: '2c1f0c1e-8d5b-4f57-9d1c-0a3f7f0d6f11' },
});

const currentName = statement({
  name: 'graph-id.read',
  cypher: `MATCH (c:LoadCounter {id: 'loads'}) RETURN c.graph AS graph`,
  example: {},
});

/** By what a graph is told from another one at the same address; null where none was given. */
export async function graphId(transaction: Transaction): Promise<string | null> {
  const [row] = await rowsOf(transaction, currentName, {});
  return textOf(row?.['graph']) || null;
}

/** Gives the graph a random id that it keeps; one that has an id is not written to. Throws StoreError. */
export async function giveGraphId(store: Store): Promise<void> {
  if ((await store.read(graphId)) !== null) return;
  await store.write((transaction) => transaction.run(nameOnce.cypher, { graph: randomUUID() }));
}

export const graphIdStatements = [nameOnce, currentName];
