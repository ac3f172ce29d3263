import { createContext } from '../graphql/base/context.ts';
import { buildSchema } from '../graphql/schema.ts';
import { listen } from '../http/listen.ts';
import type { Log } from '../http/log.ts';
import { routes } from '../http/routes.ts';
import { createHttpServer } from '../http/server.ts';
import { stopListening } from '../http/stop.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Store } from '../store/store.ts';
import type { Settings } from './settings.ts';

export interface ServeOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly settings: Pick<Settings, 'host' | 'port' | 'hosts'>;
  /** Folder of the built explorer; a page says so when it is not there. */
  readonly explorerFolder: string;
  readonly log: Log;
}

/** A server that answers at `url`. */
export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, lets the running ones finish and closes what the server opened. */
  close(): Promise<void>;
}

/** Serves an open store, which stays open when the server closes. Throws ListenError. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { store, vocabulary, settings, explorerFolder, log } = options;
  let stopping = false;
  const server = createHttpServer({
    routes: routes({
      schema: buildSchema(),
      createContext: () => createContext({ store, vocabulary }),
      store,
      explorerFolder,
      notReady: () => (stopping ? 'The server is stopping.' : null),
      log,
    }),
    hosts: [...settings.hosts, settings.host],
    log,
  });
  const url = await listen(server, settings);
  return {
    url,
    close: async () => {
      stopping = true;
      await stopListening(server);
    },
  };
}
