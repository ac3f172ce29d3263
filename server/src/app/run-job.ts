import { setTimeout as pause } from 'node:timers/promises';

import { formats } from '../export/formats.ts';
import { readKnownEntities } from '../loader/known-entities.ts';
import { statusOf } from '../loader/status.ts';
import { unloadArticle } from '../loader/unload.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';
import { handOver } from './hand-over.ts';
import type { Job, JobEvents, JobKind, JobResults } from './job.ts';
import { loadWithSchema } from './load-with-schema.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { readServerFile } from './server-file.ts';
import type { Settings, StoreSettings } from './settings.ts';
import { openStore } from './stores.ts';
import { type Workspace, workspace } from './workspace.ts';

/** What a job works on. */
export interface OpenGraph {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly folders: Workspace;
}

type Runner<K extends JobKind> = (graph: OpenGraph, job: Job<K>, events: JobEvents) => Promise<JobResults[K]>;

const runners: { readonly [K in JobKind]: Runner<K> } = {
  load: ({ vocabulary, ...graph }, { scripts, ...options }, events) =>
    loadWithSchema(graph, scripts, { ...options, ...events, vocabulary }),
  unload: ({ store }, { article, by, dryRun }) => unloadArticle(store, article, { by, dryRun }),
  status: ({ store }, { scripts }) => statusOf(store, scripts),
  export: exportText,
  'known-entities': ({ store }) => readKnownEntities(store),
};

/** Does a job in this process. Throws StoreError; what is wrong with scripts is in the report. */
export async function runJob<K extends JobKind>(
  graph: OpenGraph,
  job: Job<K>,
  events: JobEvents = {},
): Promise<JobResults[K]> {
  const run: Runner<K> = runners[job.kind];
  return run(graph, job, events);
}

/** How long to wait for a store that another command has open, or a server that is starting. Milliseconds. */
const patienceMs = 5_000;
const pauseMs = 100;

/**
 * Does a job on the graph that the settings name. Where a running server has the embedded store open,
 * the server does it, with the same events, result and errors. Throws StoreError or VocabularyError.
 */
export async function withGraph<K extends JobKind>(
  settings: Pick<Settings, 'store'>,
  job: Job<K>,
  events: JobEvents = {},
): Promise<JobResults[K]> {
  const folders = workspace();
  const vocabulary = await readVocabulary(folders.cypher);
  const giveUpAt = performance.now() + patienceMs;
  let refused: string | undefined;
  for (;;) {
    const opened = await openOrHeld(settings.store);
    if (opened.kind === 'open') {
      try {
        return await runJob({ store: opened.store, vocabulary, folders }, job, events);
      } finally {
        await opened.store.close();
      }
    }
    const server = await readServerFile(opened.folder);
    // What does not take this token now never will, and may be another folder's server, that counts wrong ones.
    if (server && server.token !== refused) {
      const handed = await handOver(server, job, events);
      if (handed.kind === 'done') return handed.result;
      refused = server.token;
    }
    const { signal } = events;
    if (performance.now() > giveUpAt) throw opened.error;
    await pause(pauseMs, undefined, signal ? { signal } : {});
  }
}

type Opened =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'held'; readonly folder: string; readonly error: StoreError };

async function openOrHeld(settings: StoreSettings): Promise<Opened> {
  try {
    return { kind: 'open', store: await openStore(settings) };
  } catch (error) {
    if (settings.kind !== 'embedded' || !(error instanceof StoreError) || error.code !== 'HELD') throw error;
    return { kind: 'held', folder: settings.folder, error };
  }
}

async function exportText(
  { store }: OpenGraph,
  { format: name, article, raw }: Job<'export'>,
  { onText, signal }: JobEvents,
): Promise<JobResults['export']> {
  const format = formats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`There is no export format "${name}".`);
  let characters = 0;
  const part = article === null ? { kind: 'whole' as const } : { kind: 'article' as const, article };
  for await (const text of format.write(store, { part, raw, signal })) {
    signal?.throwIfAborted();
    characters += text.length;
    await onText?.(text);
  }
  return { characters };
}
