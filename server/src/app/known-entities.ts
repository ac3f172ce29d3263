import { readKnownEntities } from '../loader/known-entities.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { StoreError } from '../store/store-error.ts';
import { withGraph } from './run-job.ts';
import type { Settings } from './settings.ts';
import { openShipped } from './shipped-in-memory.ts';
import type { Workspace } from './workspace.ts';

/** Whom the graph knows, or, where no store can be opened, the scripts of `cypher/`. */
export interface Known {
  readonly entities: readonly KnownEntity[];
  /** Why the store could not be asked; null if it was. */
  readonly storeError: StoreError | null;
}

/** Throws ScriptError for scripts that cannot be read. */
export async function knownEntities(
  settings: Pick<Settings, 'store'>,
  { folders, vocabulary }: { readonly folders: Workspace; readonly vocabulary: Vocabulary },
): Promise<Known> {
  try {
    return { entities: await withGraph(settings, { kind: 'known-entities' }), storeError: null };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const store = await openShipped({ folders, load: { vocabulary, by: 'draft' } });
    try {
      return { entities: await readKnownEntities(store), storeError: error };
    } finally {
      await store.close();
    }
  }
}
