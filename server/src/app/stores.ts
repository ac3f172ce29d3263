import { openEmbeddedStore } from '../store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../store/neo4j/neo4j-store.ts';
import type { Store } from '../store/store.ts';
import type { StoreSettings } from './settings.ts';

/** Opens the store that the settings name: one line for each kind there is. Throws StoreError. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  switch (settings.kind) {
    case 'embedded':
      return openEmbeddedStore({ folder: settings.folder });
    case 'neo4j':
      return openNeo4jStore(settings);
  }
}
