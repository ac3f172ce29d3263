import { beforeAll, expect, it } from 'vitest';

import { kindStatements } from '../../server/src/export/graph/kind-statements.ts';
import * as graphStatements from '../../server/src/export/graph/statements.ts';
import type { Statement } from '../../server/src/store/statement.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';

const statements: readonly Statement[] = [
  ...Object.values(graphStatements),
  ...Array.from(kindStatements.values()),
] as readonly Statement[];

/** Numbers of nodes are a store's own, so that columns alone can be compared: rows are by the round trips. */
const columnsByName = new Map<string, readonly string[]>();

forEachStore((_name, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await openLoadedStore(open);
  });

  it.each(statements)('$name runs', async ({ name, cypher, example }) => {
    const { columns } = await store.read((transaction) => transaction.run(cypher, example));
    expect(columns).toEqual(columnsByName.get(name) ?? columns);
    columnsByName.set(name, columns);
  });
});
