import { beforeAll, describe, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';

const search = `query ($q: String!, $in: [SearchScope!], $types: [String!]) {
  search(query: $q, in: $in, types: $types, first: 50) {
    totalCount edges { score field snippet distance highlights { start end } node { __typename id } }
  }
}`;

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });
  const edgesOf = async (variables: Record<string, unknown>): Promise<readonly Data[]> =>
    (await api.data(search, variables)).search.edges;

  it.each([
    ['rodriguez', 'delcy-rodriguez', 0],
    ['RODRÍGUEZ', 'delcy-rodriguez', 0],
    ['rodrigez', 'delcy-rodriguez', 1],
    ['ratclif', 'john-ratcliffe', 0],
    ['delcy rod', 'delcy-rodriguez', 0],
    ['agency', 'cia', 0],
    ['cia', 'cia', 0],
    ['"maduro"', 'nicolas-maduro', 0],
    ['carracas', 'venezuela', 1],
  ])('%s finds %s first', async (q, id, distance) => {
    const [best] = await edgesOf({ q });
    expect(best).toMatchObject({ distance, node: { id } });
  });

  it.each(['', '   ', '""', 'zzzzzz', '"rodrigez"', '\\', '*', '(((', '~2 AND OR'])(
    '%j finds nobody and breaks nothing',
    async (q) => {
      expect(await api.data(search, { q })).toEqual({ search: { totalCount: 0, edges: [] } });
    },
  );

  it('narrows to types', async () => {
    const edges = await edgesOf({ q: 'president', types: ['Role'] });
    expect(edges.length).toBeGreaterThan(1);
    expect(new Set(edges.map(({ node }) => node.__typename))).toEqual(new Set(['Role']));
  });

  describe('in quotes and articles', () => {
    it.each(['PRIORITY NUMBER ONE', "washington's orders", 'Nicolas Maduro', 'channels... that'])(
      'finds %s without regard to case, marks and the shape of quotes',
      async (q) => {
        expect((await edgesOf({ q, in: ['QUOTES', 'ARTICLES'] })).length).toBeGreaterThan(0);
      },
    );

    it('marks the place in what it shows', async () => {
      for (const { snippet, highlights } of await edgesOf({ q: 'rodriguez', in: ['QUOTES', 'ARTICLES'] })) {
        expect(highlights.length).toBeGreaterThan(0);
        for (const { start, end } of highlights) expect(snippet.slice(start, end)).toBe('Rodríguez');
      }
    });

    it('takes what is in quotation marks as whole words', async () => {
      expect(await edgesOf({ q: 'enezuel', in: ['ARTICLES'] })).toHaveLength(1);
      expect(await edgesOf({ q: '"enezuel"', in: ['ARTICLES'] })).toHaveLength(0);
    });

    it('puts entities first', async () => {
      const types = (await edgesOf({ q: 'rodriguez', in: ['QUOTES', 'ENTITIES', 'ARTICLES'] })).map(
        ({ field }) => field,
      );
      expect(types[0]).toBe('aliases');
      expect(new Set(types)).toEqual(new Set(['aliases', 'name', 'quote', 'text']));
    });
  });
});
