import DataLoader from 'dataloader';

import type { Vocabulary } from '../../model/vocabulary.ts';
import { endingWith } from '../../store/ending-with.ts';
import type { Statement } from '../../store/statement.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import type { Parameters, Row } from '../../store/values.ts';
import { searchingAnyGraph } from './any-graph-search.ts';
import { fromStoreError } from './errors.ts';
import { inForm } from './graph-form.ts';
import { graphOfClaims, type GraphShape } from './graph-shape.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { LoadNews } from './load-news.ts';

/** What a request's resolvers share. Lives as long as the request: nothing read is kept beyond it. */
export interface Context {
  readonly vocabulary: Vocabulary;
  readonly graph: GraphShape;
  readonly news: LoadNews;
  /** What earlier requests worked out of the whole graph; every request works it out without it. */
  readonly kept: KeptAnswers | undefined;
  /** Aborted when nobody waits for the answer any more: what the request asked of the store ends then. */
  readonly signal: AbortSignal | undefined;
  /** Runs one statement in a transaction of its own. Throws GraphQLError for what a client has to know. */
  read<P extends Parameters>(statement: Statement<P>, parameters: P): Promise<readonly Row[]>;
  /** Asks the store for something else than rows, with the same errors. */
  ask<T>(question: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Loads the value of a key together with all other keys that are asked for under this name at the same
   * moment, so that a level of an answer takes one statement. A key that the map lacks gives undefined.
   */
  batched<V>(name: string, key: string, load: BatchLoad<V>): Promise<V | undefined>;
  /** What answers depend on beside their questions; null where the graph may change unseen. */
  answersAsOf(): readonly unknown[] | null;
  /** Does the work of this name at most once in the request. */
  once<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export type BatchLoad<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

export interface ContextOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  /** Nobody is told of loads without it. */
  readonly news?: LoadNews;
  /** A graph of claims unless something else was found. */
  readonly graph?: GraphShape;
  readonly kept?: KeptAnswers;
  readonly signal?: AbortSignal | undefined;
  /** Told of each statement that was run. */
  readonly observe?: (run: StatementRun) => void;
}

export interface StatementRun {
  /** The statement's name. */
  readonly statement: string;
  /** Null where it failed, or nobody waited for it any more. */
  readonly rows: number | null;
  /** How long it took. Milliseconds. */
  readonly ms: number;
}

const noNews: LoadNews = { moreThan: () => Promise.resolve(false), look: () => Promise.resolve() };

/** Makes the context of one request. */
export function createContext(options: ContextOptions): Context {
  const { vocabulary, news = noNews, graph = graphOfClaims, kept, signal, observe } = options;
  const searched = searchingAnyGraph(options.store, graph);
  const store = signal ? endingWith(searched, signal) : searched;
  const once = new Map<string, unknown>();

  /** The caller's name stands for one type. */
  function keep<T>(name: string, make: () => T): T {
    if (!once.has(name)) once.set(name, make());
    return once.get(name) as T;
  }

  const ask = async <T>(question: (store: Store) => Promise<T>): Promise<T> => {
    try {
      return await question(store);
    } catch (error) {
      throw error instanceof StoreError ? (fromStoreError(error) ?? error) : error;
    }
  };

  async function read<P extends Parameters>(statement: Statement<P>, parameters: P): Promise<readonly Row[]> {
    const began = performance.now();
    let found: number | null = null;
    try {
      const [{ cypher }, needed] = inForm(graph, statement, parameters);
      const { rows } = await ask(() => store.query(cypher, needed));
      found = rows.length;
      return rows;
    } finally {
      observe?.({ statement: statement.name, rows: found, ms: performance.now() - began });
    }
  }

  return {
    vocabulary,
    graph,
    news,
    kept,
    signal,
    ask,
    read,
    batched: <V>(name: string, key: string, load: BatchLoad<V>) =>
      keep(`batch ${name}`, () => {
        return new DataLoader<string, V | undefined>(async (keys) => {
          const values = await load(keys);
          return keys.map((one) => values.get(one));
        });
      }).load(key),
    answersAsOf: () => {
      const mark = store.changeMark();
      return mark === null ? null : [mark, graph, vocabulary];
    },
    once: (name, work) => keep(`once ${name}`, work),
  };
}
