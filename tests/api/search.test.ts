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

    it('finds words that stand apart, those that stand together first, and marks them all', async () => {
      const edges = await edgesOf({ q: 'caracas washington', in: ['QUOTES'] });
      expect(edges.length).toBeGreaterThan(0);
      for (const { snippet, highlights, score } of edges) {
        const marked = highlights.map(({ start, end }: Data) => snippet.slice(start, end).toLowerCase());
        expect(marked).toEqual(expect.arrayContaining(['caracas', 'washington']));
        expect(score).toBe(0.5);
      }
      const [best] = await edgesOf({ q: 'washington intends', in: ['QUOTES'] });
      expect(best?.['score']).toBe(0.6);
    });

    it('wants every phrase in quotation marks as it is, and the words beside it anywhere', async () => {
      const ids = async (q: string): Promise<readonly string[]> =>
        (await edgesOf({ q, in: ['QUOTES'] })).map(({ node }) => node.id);
      const phrase = await ids('"priority number one"');
      expect(phrase.length).toBeGreaterThan(0);
      expect(await ids('annex “priority number one”')).toEqual(phrase);
      expect(await ids('"number priority one"')).toEqual([]);
      expect(await ids('"riority number one"')).toEqual([]);
      expect(await ids('"priority number one" nowhere')).toEqual([]);
      expect((await edgesOf({ q: '"rodriguez" delci' }))[0]).toMatchObject({
        node: { id: 'delcy-rodriguez' },
        distance: 1,
      });
    });

    it('tells how many hits each scope and each type has', async () => {
      const { search: found } = await api.data(
        `{ search(query: "rodriguez", in: [ENTITIES, QUOTES, ARTICLES], first: 1) { totalCount edges { field }
          facets(by: ["scope", "type"]) { by valueCount values { value label count } } } }`,
      );
      const [scope, type] = found.facets;
      const total = ({ values }: Data): number =>
        values.reduce((sum: number, { count }: Data) => sum + count, 0);
      expect(total(scope)).toBe(found.totalCount);
      expect(total(type)).toBe(found.totalCount);
      expect(scope.values).toContainEqual({ value: 'ARTICLES', label: 'articles', count: 1 });
      expect(type.values).toContainEqual({ value: 'Article', label: 'Article', count: 1 });
      expect(type.values.map(({ label }: Data) => label)).toContain('Person');
      const [error] = await api.errors(`{ search(query: "cia") { facets(by: ["standing"]) { by } } }`);
      expect(error?.message).toContain('Give some of: scope, type.');
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
