import type { Log } from '../http/log.ts';
import { giveGraphId } from '../loader/graph-id.ts';
import type { LoadReport } from '../loader/report.ts';
import { StoreError } from '../store/store-error.ts';
import { loadShipped } from './load-shipped.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { type RunningServer, serve, type ServeOptions } from './serve.ts';
import { newToken, removeServerFile, writeServerFile } from './server-file.ts';
import type { Settings } from './settings.ts';
import { openStore } from './stores.ts';
import { takeJobs } from './take-jobs.ts';
import { type Workspace, workspace } from './workspace.ts';

export interface StartOptions {
  readonly log: Log;
  /** Where scripts and explorer lie; Claimgraph's own folder unless said otherwise. */
  readonly folders?: Workspace;
}

/** The whole server at work, with what it loaded at its start. */
export interface StartedServer extends Pick<RunningServer, 'url' | 'close'> {
  readonly loaded: LoadReport;
}

/**
 * Opens the store, brings it up to date with the scripts in `cypher/`, and serves API and explorer.
 * What was opened is closed again when a later part fails. Throws ListenError, StoreError or VocabularyError.
 */
export async function startServer(settings: Settings, options: StartOptions): Promise<StartedServer> {
  const { log, folders = workspace() } = options;
  let vocabulary = await readVocabulary(folders.cypher);
  const store = await openStore(settings.store);
  try {
    const loaded = await loadShipped({ store, vocabulary, folders });
    await giveGraphId(store).catch((err: unknown) =>
      log.warn(
        { err },
        'The graph cannot be given an id: explorers will not notice when another takes its place',
      ),
    );
    const served = { store, vocabulary: () => vocabulary, settings, explorerFolder: folders.explorer, log };
    const server = await (settings.store.kind === 'neo4j'
      ? serve(served)
      : serveWithJobs(served, {
          folder: settings.store.folder,
          graph: async () => {
            vocabulary = await readVocabulary(folders.cypher);
            return { store, vocabulary, folders };
          },
        }));
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

interface JobPlace {
  /** Of the embedded store. */
  readonly folder: string;
  readonly graph: Parameters<typeof takeJobs>[0]['graph'];
}

/** No other process can open the embedded store now, so this one takes their work, and says how to reach it. */
async function serveWithJobs(options: ServeOptions, { folder, graph }: JobPlace): Promise<RunningServer> {
  const token = newToken();
  const jobs = takeJobs({ token, graph, onDone: () => server.announceLoads() });
  const server = await serve({ ...options, jobs });
  try {
    await writeServerFile(folder, { url: server.url, token, pid: process.pid });
  } catch (cause) {
    await server.close();
    throw new StoreError({
      code: 'FAILED',
      message: `The file server.json in ${folder} cannot be written, by which commands find this server.`,
      hint: 'Look for free space and permissions in the data folder, then start again.',
      cause,
    });
  }
  return {
    ...server,
    close: async () => {
      await removeServerFile(folder);
      const late = setTimeout(() => jobs.stopAll(), finishMs);
      await server.close();
      clearTimeout(late);
    },
  };
}

/** How long jobs may take to finish once the server stops. Milliseconds. */
const finishMs = 4_000;
