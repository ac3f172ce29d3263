import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';

import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { article } from './documents.ts';

const speakers = ['donald-trump', 'delcy-rodriguez', 'cnn', `voice-${article}`];
const types = ['ESTABLISHES', 'CONTROLS', 'REJECTS_ORDERS_OF', 'HOLDS_ROLE', 'MET'];
const some = (values: readonly string[]) => fc.option(fc.subarray([...values]), { nil: undefined });

const filters = fc.record({
  types: some(types),
  excludeTypes: some(types),
  statuses: some(['ASSERTED', 'REPORTED', 'PLANNED', 'DENIED', 'OPINION']),
  text: fc.constantFrom(undefined, 'venezuela', 'RODRIGUEZ', '"run"', 'nothing of that kind'),
  articles: fc.constantFrom(undefined, [article], ['another']),
  excludeArticles: fc.constantFrom(undefined, ['another']),
  attributedTo: some(speakers),
  excludeAttributedTo: some(speakers),
  excludeEntities: some(['cia', 'united-states', 'delcy-rodriguez']),
});

/** The store filters the claims of the root, the server those of an article: both have to decide alike. */
const document = `query ($id: ID!, $filter: ClaimFilter) {
  claims(filter: $filter, first: 500) { totalCount nodes { id relation { id } } }
  article(id: $id) { claims(filter: $filter, orderBy: PUBLISHED_DESC, first: 100) { totalCount nodes { id relation { id } } } }
  relations(filter: $filter, first: 500) { totalCount nodes { id } }
}`;

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });

  it('a filter leaves the same claims wherever it is applied, and exactly their relations', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const { claims, article: found, relations } = await api.data(document, { id: article, filter });
        expect(found.claims).toEqual(claims);
        const ids = new Set(claims.nodes.map(({ relation }: Data) => relation.id));
        expect(new Set(relations.nodes.map(({ id }: Data) => id))).toEqual(ids);
        expect(relations.totalCount).toBe(ids.size);
      }),
      { numRuns: 25 },
    );
  });

  it('types of the other end narrow the lists of an entity', async () => {
    const asked = `{ entity(id: "cia") {
      relations(filter: { neighborTypes: ["Country"] }) { totalCount nodes { id } }
      degree(filter: { neighborTypes: ["Country"] })
      neighborCounts(filter: { neighborTypes: ["Country"] }) { relationType entityType count } } }`;
    expect(await api.data(asked)).toEqual({
      entity: {
        relations: { totalCount: 1, nodes: [{ id: 'cia~INFLUENCES~venezuela' }] },
        degree: 1,
        neighborCounts: [{ relationType: 'INFLUENCES', entityType: 'Country', count: 1 }],
      },
    });
  });
});
