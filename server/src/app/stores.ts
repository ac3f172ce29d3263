import { openEmbeddedStore } from '../store/embedded/embedded-store.ts';
import type { Store } from '../store/store.ts';
import { finishExchange } from './exchange-folder.ts';
import type { StoreSettings } from './settings.ts';

/** Opens the store that the settings name: one line for each kind there is. Throws StoreError. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  switch (settings.kind) {
    case 'embedded':
      await finishExchange(settings.folder);
      return openEmbeddedStore({ folder: settings.folder });
    case 'neo4j': {
      // Its driver takes longer to read than the embedded store takes to open.
      const { openNeo4jStore } = await import('../store/neo4j/neo4j-store.ts');
      return openNeo4jStore(settings);
    }
  }
}
