import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { article } from './documents.ts';

interface List {
  readonly name: string;
  /** The field with `PAGE` where the paging arguments go. */
  readonly document: string;
  /** From the answer to the connection. */
  readonly path: readonly string[];
}

const ofEntity = (field: string): string => `entity(id: "delcy-rodriguez") { ${field} }`;
const list = (name: string, field: string, path: readonly string[]): List => ({
  name,
  document: field,
  path,
});
const relationOrders = ['CLAIMS', 'ORIGINS', 'TYPE', 'LATEST', 'EARLIEST'];
const claimOrders = ['PUBLISHED_DESC', 'PUBLISHED_ASC', 'VALID_DESC', 'VALID_ASC', 'ARTICLE_POSITION'];
const disputed = 'filter: { standing: [DISPUTED] },';

const lists: readonly List[] = [
  ...relationOrders.flatMap((order) => [
    list(`relations by ${order}`, `relations(orderBy: ${order}, PAGE) CONNECTION`, ['relations']),
    list(`disputed relations by ${order}`, `relations(${disputed} orderBy: ${order}, PAGE) CONNECTION`, [
      'relations',
    ]),
    list(`relations of an entity by ${order}`, ofEntity(`relations(orderBy: ${order}, PAGE) CONNECTION`), [
      'entity',
      'relations',
    ]),
    list(
      `outgoing ones by ${order}`,
      ofEntity(`relations(direction: OUT, orderBy: ${order}, PAGE) CONNECTION`),
      ['entity', 'relations'],
    ),
    list(`neighbors by ${order}`, ofEntity(`neighbors(orderBy: ${order}, PAGE) CONNECTION`), [
      'entity',
      'neighbors',
    ]),
    list(
      `disputed neighbors by ${order}`,
      ofEntity(`neighbors(${disputed} orderBy: ${order}, PAGE) CONNECTION`),
      ['entity', 'neighbors'],
    ),
  ]),
  ...claimOrders.flatMap((order) => [
    list(
      `claims by ${order}`,
      `claims(filter: { articles: ["${article}"], excludeTypes: ["HOLDS_ROLE"] }, orderBy: ${order}, PAGE) CONNECTION`,
      ['claims'],
    ),
    list(
      `claims of an article by ${order}`,
      `article(id: "${article}") { claims(orderBy: ${order}, PAGE) CONNECTION }`,
      ['article', 'claims'],
    ),
    list(
      `claims of a relation by ${order}`,
      `relation(id: "delcy-rodriguez~REJECTS_ORDERS_OF~united-states") { claims(orderBy: ${order}, PAGE) CONNECTION }`,
      ['relation', 'claims'],
    ),
  ]),
  list('claims made', ofEntity('claimsMade(PAGE) CONNECTION'), ['entity', 'claimsMade']),
  list('articles that mention', ofEntity('mentionedIn(PAGE) CONNECTION'), ['entity', 'mentionedIn']),
  list('mentions', `article(id: "${article}") { mentions(PAGE) CONNECTION }`, ['article', 'mentions']),
  list('articles', 'articles(PAGE) CONNECTION', ['articles']),
  list('search', 'search(query: "venezuela", in: [ENTITIES, QUOTES, ARTICLES], PAGE) CONNECTION', ['search']),
];

const connection =
  '{ totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

async function pageOf(api: Api, { document, path }: List, page: string): Promise<Data> {
  const field = document.replace('PAGE', page).replace('CONNECTION', connection);
  let found: Data = await api.data(`{ ${field} }`);
  for (const key of path) found = found[key];
  return found;
}

const idsOf = ({ nodes }: Data): readonly string[] => nodes.map(({ id }: Data) => id);

/** All pages of a size, from the beginning or from the end, joined in the order of the list. */
async function joined(api: Api, one: List, { size, forward }: { size: number; forward: boolean }) {
  let ids: readonly string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const start: string = cursor === null ? '' : `, ${forward ? 'after' : 'before'}: "${cursor}"`;
    const page = await pageOf(api, one, `${forward ? 'first' : 'last'}: ${size}${start}`);
    expect(page.edges.map(({ node }: Data) => node.id)).toEqual(idsOf(page));
    expect(page.edges.length).toBeLessThanOrEqual(size);
    ids = forward ? [...ids, ...idsOf(page)] : [...idsOf(page), ...ids];
    if (!(forward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage)) return ids;
    cursor = forward ? page.pageInfo.endCursor : page.pageInfo.startCursor;
  }
}

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });

  describe.each(lists)('$name', (one) => {
    it('gives the same list in pages of any size, forward and backward', async () => {
      const whole = await pageOf(api, one, 'first: 100');
      expect(idsOf(whole)).toEqual([...new Set(idsOf(whole))]);
      expect(idsOf(whole).length).toBeGreaterThan(0);
      expect(whole.totalCount).toBe(idsOf(whole).length);
      const sizes = fc.integer({
        min: Math.max(1, Math.ceil(whole.totalCount / 5)),
        max: whole.totalCount + 1,
      });
      await fc.assert(
        fc.asyncProperty(sizes, fc.boolean(), async (size, forward) => {
          expect(await joined(api, one, { size, forward })).toEqual(idsOf(whole));
        }),
        { numRuns: 2 },
      );
    });

    it('counts without fetching, and has no cursors where there is nothing', async () => {
      const empty = await pageOf(api, one, 'first: 0');
      expect(empty).toMatchObject({ nodes: [], edges: [], pageInfo: { startCursor: null, endCursor: null } });
      expect(empty.totalCount).toBeGreaterThan(0);
    });
  });
});
