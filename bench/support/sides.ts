import { readSettings } from '../../server/src/app/settings.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { bareDriver, bareEngine } from './bare.ts';
import type { Bare } from './bare.ts';

/** A database, with and without Claimgraph. */
export interface Side {
  readonly name: 'embedded' | 'Neo4j';
  readonly bare: Bare;
  /** A store without anything in it; close it before asking for another. */
  readonly emptyStore: () => Promise<Store>;
}

const embedded: Side = {
  name: 'embedded',
  bare: bareEngine(),
  emptyStore: async () => openEmbeddedStore({ folder: null }),
};

/** The embedded one; Neo4j too where CLAIMGRAPH_STORE names it. */
export const sides: readonly Side[] = [embedded, ...neo4jSide()];

function neo4jSide(): readonly Side[] {
  const { store: chosen } = readSettings(process.env);
  if (chosen.kind !== 'neo4j') return [];
  return [
    {
      name: 'Neo4j',
      bare: bareDriver(chosen),
      emptyStore: async () => {
        const store = await openNeo4jStore(chosen);
        await store.runAlone('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
        return store;
      },
    },
  ];
}
