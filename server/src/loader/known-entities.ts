import type { KnownEntity } from '../model/known-entity.ts';
import { rowsOf, statement } from '../store/statement.ts';
import type { Store, Transaction } from '../store/store.ts';
import { textOf, textsOf } from './row-values.ts';

const entityNames = statement({
  name: 'loader.entity-names',
  cypher: `MATCH (n:Entity) WHERE n.id IS NOT NULL
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, labels(n) AS labels ORDER BY id`,
  example: {},
});

/** Every entity of the graph with the names it goes by, in the order of their ids. Throws StoreError. */
export async function readKnownEntities(store: Store): Promise<readonly KnownEntity[]> {
  return store.read(knownEntities);
}

/** The same in a transaction that runs. */
export async function knownEntities(transaction: Transaction): Promise<readonly KnownEntity[]> {
  const rows = await rowsOf(transaction, entityNames, {});
  return rows.flatMap((row) => {
    const id = textOf(row['id']);
    if (id === '') return [];
    return [
      {
        id,
        name: textOf(row['name']) || id,
        aliases: textsOf(row['aliases']),
        labels: textsOf(row['labels'])
          .filter((label) => label !== 'Entity')
          .toSorted(),
      },
    ];
  });
}
