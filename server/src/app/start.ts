import type { Log } from '../http/log.ts';
import { giveGraphId } from '../loader/graph-id.ts';
import type { LoadReport } from '../loader/report.ts';
import { StoreError } from '../store/store-error.ts';
import { keepTrying } from './keep-trying.ts';
import { loadShipped } from './load-shipped.ts';
import { holdsOtherGraph } from './other-graph.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { type RunningServer, serve, type ServeOptions } from './serve.ts';
import { newToken, removeServerFile, writeServerFile } from './server-file.ts';
import type { Settings } from './settings.ts';
import { openStore } from './stores.ts';
import { takeJobs } from './take-jobs.ts';
import { tellingOutages } from './tell-outages.ts';
import { type Workspace, workspace } from './workspace.ts';

export interface StartOptions {
  readonly log: Log;
  /** Where scripts and explorer lie; Claimgraph's own folder unless said otherwise. */
  readonly folders?: Workspace;
  /** Told what the scripts in `cypher/` did: before the server listens, or once a store comes that was not there. */
  readonly onLoaded?: (report: LoadReport) => void;
  /** Told instead that the database holds somebody's graph, into which nothing was written. */
  readonly onOtherGraph?: () => void;
}

/** The whole server at work. */
export interface StartedServer extends Pick<RunningServer, 'url' | 'close'> {
  /** Why the store could not be used at the start, if so: the server goes on trying. */
  readonly outage: StoreError | null;
}

/**
 * Opens the store, brings it up to date with the scripts in `cypher/`, and serves API and explorer. A Neo4j
 * that holds another graph is served as it is, and nothing is written into it. Where
 * the database is not there, it serves all the same, says so, and does the rest once it comes. What was
 * opened is closed again when a later part fails. Throws ListenError, StoreError or VocabularyError.
 */
export async function startServer(settings: Settings, options: StartOptions): Promise<StartedServer> {
  const { log, folders = workspace(), onLoaded, onOtherGraph } = options;
  let vocabulary = await readVocabulary(folders.cypher);
  const store = tellingOutages(await openStore(settings.store), log);
  const stopping = new AbortController();
  const { signal } = stopping;
  let isUpToDate = false;

  async function bringUpToDate(): Promise<void> {
    // Fails at once where nobody answers, while a transaction would be tried again and again.
    await store.describe();
    if (settings.store.kind === 'neo4j' && (await holdsOtherGraph(store))) {
      isUpToDate = true;
      onOtherGraph?.();
      return;
    }
    const report = await loadShipped({ store, vocabulary, folders, signal });
    await giveGraphId(store).catch((err: unknown) =>
      log.warn(
        { err },
        'The graph cannot be given an id: explorers will not notice when another takes its place',
      ),
    );
    isUpToDate = true;
    onLoaded?.(report);
  }

  try {
    const outage = await outageOf(bringUpToDate);
    const served = {
      store,
      vocabulary: () => vocabulary,
      settings,
      explorerFolder: folders.explorer,
      log,
      notReady: () => (isUpToDate ? null : 'The scripts of cypher/ are not loaded yet.'),
    };
    const server = await (settings.store.kind === 'neo4j'
      ? serve(served)
      : serveWithJobs(served, {
          folder: settings.store.folder,
          graph: async () => {
            vocabulary = await readVocabulary(folders.cypher);
            return { store, vocabulary, folders };
          },
        }));
    const catchUp = async (): Promise<void> => {
      await bringUpToDate();
      await server.announceLoads();
    };
    const caughtUp = outage === null ? Promise.resolve() : keepTrying(catchUp, signal, log);
    return {
      url: server.url,
      outage,
      close: async () => {
        stopping.abort();
        await server.close();
        await caughtUp;
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Null where the work was done. A password that is refused will not be right later, so it ends the start. */
async function outageOf(work: () => Promise<void>): Promise<StoreError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'UNAVAILABLE') return error;
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
