import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { ParameterValue, StoreValue } from '../../server/src/store/values.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf, type Data } from './ask.ts';
import { article } from './documents.ts';

const list = `query ($filter: EntityFilter, $order: EntityOrder, $first: Int, $after: String, $last: Int, $before: String) {
  entities(filter: $filter, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } }`;

async function idsOf(api: Api, filter: object, order = 'NAME'): Promise<readonly string[]> {
  const { entities } = await api.data(list, { filter, order, first: 500 });
  const ids = entities.nodes.map(({ id }: Data) => id);
  expect(entities.totalCount).toBe(ids.length);
  return ids;
}

forEachStore((_, open) => {
  describe('entities', () => {
    let api: Api;
    beforeAll(async () => {
      api = await apiOf(await openLoadedStore(open));
    });

    it.each(['NAME', 'DEGREE', 'FIRST_SEEN', 'LAST_SEEN'])('pages by %s join to the list', async (order) => {
      const whole = await idsOf(api, {}, order);
      expect(new Set(whole).size).toBe(whole.length);
      let forward: string[] = [];
      let cursor: string | null = null;
      do {
        const { entities }: Data = await api.data(list, { order, first: 17, after: cursor });
        forward = [...forward, ...entities.nodes.map(({ id }: Data) => id)];
        cursor = entities.pageInfo.hasNextPage ? entities.pageInfo.endCursor : null;
      } while (cursor !== null);
      expect(forward).toEqual(whole);
      let backward: string[] = [];
      do {
        const { entities }: Data = await api.data(list, { order, first: null, last: 17, before: cursor });
        backward = [...entities.nodes.map(({ id }: Data) => id), ...backward];
        cursor = entities.pageInfo.hasPreviousPage ? entities.pageInfo.startCursor : null;
      } while (cursor !== null);
      expect(backward).toEqual(whole);
    });

    it('orders and bounds by the number of relations that each entity tells', async () => {
      const { entities } = await api.data(
        '{ entities(orderBy: DEGREE, first: 500) { nodes { id name degree } } }',
      );
      const told: readonly Data[] = entities.nodes;
      expect(told.map(({ degree }) => degree)).toEqual(
        told.map(({ degree }) => degree).toSorted((one, other) => other - one),
      );
      expect(told[0]?.['degree']).toBeGreaterThan(5);
      const some = told.filter(({ degree }) => degree >= 2 && degree <= 4).map(({ id }) => id);
      expect(new Set(await idsOf(api, { minDegree: 2, maxDegree: 4 }))).toEqual(new Set(some));
      expect(await idsOf(api, { minDegree: 2, maxDegree: 4 }, 'DEGREE')).toEqual(some);
    });

    it('takes the ends of the claims that pass, whether the store or the server tells', async () => {
      const filters = [
        { statuses: ['DENIED'] },
        { types: ['HOLDS_ROLE'], excludeEntities: ['cia'] },
        { validFrom: '2026-01', validTo: '2026-01' },
        { publishedFrom: '2026-01-28' },
        { standing: ['DISPUTED'] },
        { statuses: ['PLANNED'], minOrigins: 1 },
      ];
      for (const claims of filters) {
        const { relations } = await api.data(
          'query ($claims: ClaimFilter) { relations(filter: $claims, first: 500) { nodes { sourceId targetId } } }',
          { claims },
        );
        const ends = new Set(relations.nodes.flatMap(({ sourceId, targetId }: Data) => [sourceId, targetId]));
        expect(ends.size).toBeGreaterThan(0);
        expect(new Set(await idsOf(api, { claims }))).toEqual(ends);
      }
    });

    it('looks at the other end for its type, weighed or not', async () => {
      const stored = await idsOf(api, { claims: { neighborTypes: ['Facility'] } });
      expect(stored.length).toBeGreaterThan(0);
      expect(await idsOf(api, { claims: { neighborTypes: ['Facility'], minOrigins: 0 } })).toEqual(stored);
    });

    it('narrows by every field together', async () => {
      const { article: told } = await api.data(
        `{ article(id: "${article}") { mentions(types: ["Person"], first: 100) { nodes { id } } } }`,
      );
      expect(await idsOf(api, { mentionedIn: [article], types: ['Person'] })).toEqual(
        told.mentions.nodes.map(({ id }: Data) => id),
      );
      expect(await idsOf(api, { text: 'RODRIGUEZ', isSource: true })).toEqual(['delcy-rodriguez']);
      expect(await idsOf(api, { ids: ['cia', 'nobody', 'cnn'], isSource: true })).toEqual(['cnn']);
      const facets = await api.data(
        '{ entities(filter: { types: ["Person"] }) { totalCount facets(by: ["type", "article"]) { by values { value count } } } }',
      );
      expect(facets['entities'].facets[0]).toEqual({
        by: 'type',
        values: [{ value: 'Person', count: facets['entities'].totalCount }],
      });
    });
  });

  describe('properties of entities', () => {
    const values: readonly ParameterValue[] = [
      '2026',
      '2026-01',
      '',
      'true',
      'x',
      2026,
      1,
      0,
      -1.5,
      true,
      false,
      ['x', 'y'],
      [1, 2026],
      [true],
      [],
    ];
    let api: Api;
    beforeAll(async () => {
      const store = await open();
      await store.write(async (transaction) => {
        for (const [index, value] of values.entries()) {
          await transaction.run('CREATE (e:Entity) SET e = $properties', {
            properties: { id: `e${index}`, key: value },
          });
        }
        await transaction.run(
          'CREATE (:Entity {id: "none"}), (:Entity {id: "date", key: date("2026-01-28")})',
          {},
        );
      });
      api = await apiOf(store);
    });

    const scalars = ['2026', '2026-01', '', 'true', '1', 'x', 'y', 2026, 1, 0, -1.5, 1.5, true, false];
    const ordering = fc.record({
      op: fc.constantFrom('LT', 'LTE', 'GT', 'GTE'),
      value: fc.constantFrom(...scalars.filter((one) => typeof one !== 'boolean')),
    });
    const parts = fc.record({
      op: fc.constantFrom('CONTAINS', 'STARTS_WITH'),
      value: fc.constantFrom('2', '0', '', 'x', '-01'),
    });
    const equal = fc.record({ op: fc.constantFrom('EQ', 'NE'), value: fc.constantFrom(...scalars) });
    const among = fc.record({ op: fc.constant('IN'), value: fc.subarray(scalars) });
    const exists = fc.record({ op: fc.constant('EXISTS'), value: fc.constantFrom(true, false, null) });

    it('are compared like with like, on every store', async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(ordering, parts, equal, among, exists), async ({ op, value }) => {
          const expected = values.flatMap((stored, index) => (fits(stored, op, value) ? [`e${index}`] : []));
          if (op === 'EXISTS') expected.push(value === false ? 'none' : 'date');
          if (op === 'NE') expected.push('date');
          const found = await idsOf(api, { properties: [{ key: 'key', op, value }] });
          expect(new Set(found)).toEqual(new Set(expected));
        }),
        { numRuns: 150 },
      );
    });

    it('all have to fit, and a key is never taken for Cypher', async () => {
      const properties = [
        { key: 'key', op: 'GTE', value: 1 },
        { key: 'id', op: 'NE', value: 'e5' },
      ];
      expect(new Set(await idsOf(api, { properties }))).toEqual(new Set(['e6', 'e12']));
      expect(await idsOf(api, { properties: [{ key: "id} = 'x' OR true //`", op: 'EXISTS' }] })).toEqual([]);
    });

    it.each([
      ['EQ', null, 'filter.properties[0].value is null. Give a text, a number, true or false'],
      ['EQ', { a: 1 }, 'filter.properties[0].value is {"a":1}.'],
      ['NE', ['x'], 'filter.properties[0].value is ["x"].'],
      ['IN', 'x', 'Give a list of texts, numbers, true or false.'],
      ['IN', [['x']], 'filter.properties[0].value is [["x"]].'],
      ['LT', true, 'Give a number or a text.'],
      ['CONTAINS', 5, 'Give a text.'],
      ['EXISTS', 'yes', 'Give true or false.'],
    ])('refuse %s with %j', async (op, value, said) => {
      const [error] = await api.errors(list, { filter: { properties: [{ key: 'key', op, value }] } });
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(error?.message).toContain(said);
    });

    it('refuse more conditions than they read', async () => {
      const properties = Array.from({ length: 21 }, () => ({ key: 'key', op: 'EXISTS' }));
      const [error] = await api.errors(list, { filter: { properties } });
      expect(error?.extensions).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        limit: 'filter.properties',
        value: 21,
        max: 20,
      });
    });
  });
});

/** What the schema says about a condition, for a property that is there. */
function fits(stored: StoreValue, op: string, value: unknown): boolean {
  const items: readonly StoreValue[] = Array.isArray(stored) ? (stored as readonly StoreValue[]) : [stored];
  if (op === 'EXISTS') return value !== false;
  if (op === 'NE') return !items.some((item) => item === value);
  return items.some((item) => {
    if (op === 'EQ') return item === value;
    if (op === 'IN') return Array.isArray(value) && value.includes(item);
    if (typeof item === 'string' && typeof value === 'string') {
      if (op === 'CONTAINS') return item.includes(value);
      if (op === 'STARTS_WITH') return item.startsWith(value);
    }
    if (typeof item === 'string' && typeof value === 'string')
      return inOrder(op, item < value, item === value);
    return typeof item === 'number' && typeof value === 'number' && inOrder(op, item < value, item === value);
  });
}

function inOrder(op: string, less: boolean, same: boolean): boolean {
  if (op.endsWith('E') && same) return true;
  return op.startsWith('LT') ? less : op.startsWith('GT') && !less && !same;
}
