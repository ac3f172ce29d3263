import { beforeAll, expect, it } from 'vitest';

import { passingOn } from '../../server/src/store/passing-on.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf } from './ask.ts';
import { article, documents } from './documents.ts';

interface Counting {
  readonly api: Api;
  readonly reads: () => number;
}

/** The API over a store that counts what is asked of it from then on: transactions and text searches. */
async function counting(store: Store): Promise<Counting> {
  let reads = 0;
  const api = await apiOf({
    ...passingOn(store),
    query: (cypher, parameters, options) => {
      reads += 1;
      return store.query(cypher, parameters, options);
    },
    searchText: (text, limit) => {
      reads += 1;
      return store.searchText(text, limit);
    },
  });
  reads = 0;
  return { api, reads: () => reads };
}

forEachStore((_, open) => {
  let loaded: Store;
  beforeAll(async () => {
    loaded = await openLoadedStore(open);
  });

  it('a level of an answer takes the same statements for one item and for many', async () => {
    const readsFor = async (document: string): Promise<number> => {
      const { api, reads } = await counting(loaded);
      await api.data(document);
      return reads();
    };
    const deep = (ids: readonly string[], size: number): string =>
      `{ nodes(ids: ${JSON.stringify(ids)}) { ... on Entity { degree neighborCounts { count }
        relations(first: ${size}) { totalCount nodes { source { name } target { name } claims(first: ${size}) { nodes { originId article { title text } attributedTo { name } disputedBy { id } relation { standing } } } } }
        neighbors(first: ${size}) { totalCount nodes { degree } edges { relations { id } } } claimsMade(first: ${size}) { nodes { id } } mentionedIn { nodes { id } } } } }`;
    const one = await readsFor(deep(['cia'], 1));
    const many = await readsFor(deep(['cia', 'venezuela', 'delcy-rodriguez', 'united-states', 'cuba'], 50));
    expect(many).toBeLessThanOrEqual(one + 3);
  });

  it.each(documents)(
    '$name takes no more statements than it has levels and kinds of things',
    async (asked) => {
      const { api, reads } = await counting(loaded);
      await api.data(asked.document, asked.variables);
      expect(reads()).toBeLessThanOrEqual(32);
    },
  );

  it('a search of which nothing is read does not begin: its failure would have nobody to hear it', async () => {
    const { api, reads } = await counting(loaded);
    await api.data(`{ search(query: "cia") { __typename } }`);
    expect(reads()).toBe(0);
    await api.data(`{ search(query: "cia") { totalCount nodes { id } edges { score } } }`);
    expect(reads()).toBe(3);
  });

  it('a count alone fetches no row', async () => {
    const { api, reads } = await counting(loaded);
    await api.data(`{ article(id: "${article}") { mentions { totalCount } } }`);
    expect(reads()).toBe(2);
  });
});
