import { createContext } from '../graphql/base/context.ts';
import type { KeptAnswers } from '../graphql/base/kept-answers.ts';
import { buildSchema } from '../graphql/schema.ts';
import { listen } from '../http/listen.ts';
import type { Log } from '../http/log.ts';
import { routes } from '../http/routes.ts';
import type { JobsOptions } from '../http/routes/jobs.ts';
import { createHttpServer } from '../http/server.ts';
import { stopListening } from '../http/stop.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { watchShape } from './graph-shapes.ts';
import { watchLoads } from './load-watch.ts';
import { observeServer } from './observe.ts';
import type { Settings } from './settings.ts';
import { watchEventLoop } from './watchdog.ts';

export interface ServeOptions {
  readonly store: Store;
  /** As its file is now: asked for anew with each request. */
  readonly vocabulary: () => Vocabulary;
  readonly settings: Pick<
    Settings,
    'host' | 'port' | 'hosts' | 'origins' | 'readToken' | 'writeToken' | 'limits'
  >;
  /** Folder of the built explorer; a page says so when it is not there. */
  readonly explorerFolder: string;
  /** Null where no other process needs this one to work on the graph. */
  readonly jobs?: JobsOptions | null;
  readonly log: Log;
  /** Why the graph is not as it will be, or null when it is. */
  readonly notReady?: () => string | null;
}

/** A server that answers at `url`. */
export interface RunningServer {
  readonly url: string;
  /** Tells subscribers what was loaded in this process, and looks what the graph is like now. */
  announceLoads(): Promise<void>;
  /** Takes no new requests, lets the running ones finish and closes what the server opened. */
  close(): Promise<void>;
}

/** Serves an open store, which stays open when the server closes. Throws ListenError. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { store, vocabulary, settings, explorerFolder, jobs = null, log, notReady } = options;
  const watch = watchLoads(store, log);
  const shapes = watchShape(store, log);
  const kept: KeptAnswers = new Map();
  // A store that is not there would be waited for.
  if (!notReady?.()) await shapes.look();
  const { metrics, observer, statement: observe } = observeServer(store, log);
  async function announceLoads(): Promise<void> {
    watch.look();
    await shapes.look();
  }
  let stopping = false;
  const server = createHttpServer({
    routes: routes({
      schema: buildSchema({ writable: settings.writeToken !== undefined }),
      createContext: ({ signal }) =>
        createContext({
          store,
          vocabulary: vocabulary(),
          news: { ...watch, look: announceLoads },
          graph: shapes.current(),
          kept,
          signal,
          observe,
        }),
      store,
      explorerFolder,
      jobs,
      metrics,
      observer,
      limits: settings.limits,
      notReady: () => (stopping ? 'The server is stopping.' : (notReady?.() ?? null)),
      log,
    }),
    hosts: [...settings.hosts, settings.host],
    origins: settings.origins,
    tokens: { read: settings.readToken, write: settings.writeToken, jobs: jobs?.token },
    log,
    observer,
  });
  const url = await listen(server, settings);
  const stopWatching = watchEventLoop(log);
  return {
    url,
    announceLoads,
    close: async () => {
      stopping = true;
      stopWatching();
      watch.close();
      await stopListening(server);
    },
  };
}
