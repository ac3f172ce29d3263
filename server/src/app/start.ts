import type { Log } from '../http/log.ts';
import type { LoadReport } from '../loader/report.ts';
import { loadShipped } from './load-shipped.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { type RunningServer, serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { openStore } from './stores.ts';
import { type Workspace, workspace } from './workspace.ts';

export interface StartOptions {
  readonly log: Log;
  /** Where scripts and explorer lie; Claimgraph's own folder unless said otherwise. */
  readonly folders?: Workspace;
}

/** The whole server at work, with what it loaded at its start. */
export interface StartedServer extends RunningServer {
  readonly loaded: LoadReport;
}

/**
 * Opens the store, brings it up to date with the scripts in `cypher/`, and serves API and explorer.
 * What was opened is closed again when a later part fails. Throws ListenError, StoreError or VocabularyError.
 */
export async function startServer(settings: Settings, options: StartOptions): Promise<StartedServer> {
  const { log, folders = workspace() } = options;
  const vocabulary = await readVocabulary(folders.cypher);
  const store = await openStore(settings.store);
  try {
    const loaded = await loadShipped({ store, vocabulary, folders });
    const server = await serve({ store, vocabulary, settings, explorerFolder: folders.explorer, log });
    return {
      url: server.url,
      loaded,
      close: async () => {
        await server.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
