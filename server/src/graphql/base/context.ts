import DataLoader from 'dataloader';

import type { Vocabulary } from '../../model/vocabulary.ts';
import { rowsOf, type Statement } from '../../store/statement.ts';
import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import type { Parameters, Row } from '../../store/values.ts';
import { fromStoreError } from './errors.ts';
import type { LoadNews } from './load-news.ts';

/** What a request's resolvers share. Lives as long as the request: nothing read is kept beyond it. */
export interface Context {
  readonly vocabulary: Vocabulary;
  readonly news: LoadNews;
  /** Runs one statement in a transaction of its own. Throws GraphQLError for what a client has to know. */
  read<P extends Parameters>(statement: Statement<P>, parameters: P): Promise<readonly Row[]>;
  /** Asks the store for something else than rows, with the same errors. */
  ask<T>(question: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Loads the value of a key together with all other keys that are asked for under this name at the same
   * moment, so that a level of an answer takes one statement. A key that the map lacks gives undefined.
   */
  batched<V>(name: string, key: string, load: BatchLoad<V>): Promise<V | undefined>;
  /** Does the work of this name at most once in the request. */
  once<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export type BatchLoad<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

export interface ContextOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  /** Nobody is told of loads without it. */
  readonly news?: LoadNews;
}

const noNews: LoadNews = { moreThan: () => Promise.resolve(false) };

/** Makes the context of one request. */
export function createContext({ store, vocabulary, news = noNews }: ContextOptions): Context {
  const kept = new Map<string, unknown>();

  /** The caller's name stands for one type. */
  function keep<T>(name: string, make: () => T): T {
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as T;
  }

  const ask = async <T>(question: (store: Store) => Promise<T>): Promise<T> => {
    try {
      return await question(store);
    } catch (error) {
      throw error instanceof StoreError ? (fromStoreError(error) ?? error) : error;
    }
  };

  return {
    vocabulary,
    news,
    ask,
    read: (statement, parameters) =>
      ask(() => store.read((transaction) => rowsOf(transaction, statement, parameters))),
    batched: <V>(name: string, key: string, load: BatchLoad<V>) =>
      keep(`batch ${name}`, () => {
        return new DataLoader<string, V | undefined>(async (keys) => {
          const values = await load(keys);
          return keys.map((one) => values.get(one));
        });
      }).load(key),
    once: (name, work) => keep(`once ${name}`, work),
  };
}
