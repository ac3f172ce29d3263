import { loadShipped } from '../../server/src/app/load-shipped.ts';
import { readVocabulary } from '../../server/src/app/read-vocabulary.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import type { Vocabulary } from '../../server/src/model/vocabulary.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { OpenStore } from './stores.ts';

/** The vocabulary that is shipped. */
export function shippedVocabulary(): Promise<Vocabulary> {
  return readVocabulary(workspace().cypher);
}

/** Fills a store with the scripts that are shipped, by the loader. */
export async function openLoadedStore(open: OpenStore): Promise<Store> {
  const store = await open();
  const report = await loadShipped({ store, vocabulary: await shippedVocabulary(), folders: workspace() });
  if (!report.complete)
    throw new Error(`The shipped scripts were refused: ${JSON.stringify(report.scripts)}`);
  return store;
}
