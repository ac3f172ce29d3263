import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLog } from '../../server/src/app/log.ts';
import { readVocabulary } from '../../server/src/app/read-vocabulary.ts';
import { type RunningServer, serve } from '../../server/src/app/serve.ts';
import { readSettings, type Settings } from '../../server/src/app/settings.ts';
import { startServer } from '../../server/src/app/start.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import type { Log } from '../../server/src/http/log.ts';
import type { Store } from '../../server/src/store/store.ts';

/** What a query brings back. */
export interface QueryAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string } & Record<string, unknown>;
  }[];
  readonly extensions?: Record<string, unknown>;
}

/** The whole server in this process, on a free port. */
export interface TestApp {
  readonly url: string;
  query(document: string, variables?: Record<string, unknown>): Promise<QueryAnswer>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** An open store with the graph to serve, which stays open; else a new embedded one with the shipped articles. */
  readonly store?: Store;
  /** A free one unless a test comes back to the same. */
  readonly port?: number;
  /** Further settings, as the environment holds them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the server reports; the test's output unless a test reads it. */
  readonly log?: Log;
}

/** Starts the server with everything it has; what it reports as a problem appears in the test's output. */
export async function openApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { store, port = 0, settings = {}, log = problems } = options;
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-app-'));
  const read = readSettings({ PORT: String(port), CLAIMGRAPH_DATA: folder, ...settings });
  const server = await (store ? serveStore(store, read, log) : startServer(read, { log }));
  return {
    url: server.url,
    query: async (query, variables) => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as QueryAnswer;
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const problems = createLog('warn');
/** For servers whose trouble is what a test is about. */
export const quietLog = createLog('silent');

async function serveStore(store: Store, settings: Settings, log: Log): Promise<RunningServer> {
  const { cypher, explorer } = workspace();
  const vocabulary = await readVocabulary(cypher);
  return serve({ store, vocabulary: () => vocabulary, settings, explorerFolder: explorer, log });
}
