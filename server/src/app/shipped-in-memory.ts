import type { LoadOptions } from '../loader/load-options.ts';
import { loadScripts } from '../loader/load.ts';
import type { Script } from '../loader/script.ts';
import { openEmbeddedStore } from '../store/embedded/embedded-store.ts';
import type { Store } from '../store/store.ts';
import { readShipped } from './read-shipped.ts';
import type { Workspace } from './workspace.ts';

export interface ShippedOptions {
  readonly folders: Workspace;
  readonly load: LoadOptions;
  /** Scripts that stay out. */
  readonly isLeftOut?: (script: Script) => boolean;
}

/**
 * A store in memory with the scripts of `cypher/`, for work that needs what they say and no graph of its
 * own. One that is refused is missing in it: `check` tells why. Throws ScriptError for files that cannot
 * be read. The caller closes it.
 */
export async function openShipped({ folders, load, isLeftOut }: ShippedOptions): Promise<Store> {
  const scripts = await readShipped(folders);
  const store = await openEmbeddedStore({ folder: null });
  try {
    for (const script of scripts) {
      if (!isLeftOut?.(script)) await loadScripts(store, [script], load);
    }
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
