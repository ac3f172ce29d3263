import fc from 'fast-check';
import { expect, it } from 'vitest';

import { connection, connectionWith, listSource, pageOf, type PageArguments } from './connection.ts';
import { compareKeys, encodeCursor } from './cursor.ts';

const placedList = fc.uniqueArray(
  fc.record({ n: fc.integer({ min: -3, max: 3 }), k: fc.string({ maxLength: 2 }), item: fc.nat() }),
  { selector: ({ k }) => k, maxLength: 20 },
);

it('gives pages that join to the list, whatever their size and direction', async () => {
  await fc.assert(
    fc.asyncProperty(
      placedList,
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (list, size, forward) => {
        const found: number[][] = [];
        let cursor: string | null = null;
        do {
          const asked: PageArguments = forward
            ? { first: size, after: cursor }
            : { last: size, before: cursor };
          const page = connection(
            listSource(pageOf(asked, { of: 'test', max: 10 }), () => Promise.resolve(list)),
          );
          const info = await page.pageInfo();
          found.push([...(await page.nodes())]);
          expect(await page.totalCount()).toBe(list.length);
          cursor = forward
            ? info.hasNextPage
              ? info.endCursor
              : null
            : info.hasPreviousPage
              ? info.startCursor
              : null;
        } while (cursor !== null);
        const joined = (forward ? found : found.toReversed()).flat();
        expect(joined).toEqual(list.toSorted(compareKeys).map(({ item }) => item));
      },
    ),
  );
});

it('does not fetch for a count, nor count for a page', async () => {
  const page = pageOf({ first: 2 }, { of: 'test', max: 10 });
  const refuse = () => Promise.reject(new Error('not asked for'));
  expect(await connection({ page, fetch: refuse, count: () => Promise.resolve(7) }).totalCount()).toBe(7);
  expect(await connection({ page, fetch: () => Promise.resolve([]), count: refuse }).nodes()).toEqual([]);
});

it('knows that the list goes on behind a page of nothing', async () => {
  const page = pageOf({ first: 0 }, { of: 'test', max: 10 });
  const list = connection(listSource(page, () => Promise.resolve([{ n: 0, k: 'a', item: 1 }])));
  expect(await list.pageInfo()).toMatchObject({ hasNextPage: true, startCursor: null, endCursor: null });
  expect(await list.nodes()).toEqual([]);
});

it.each([{ filter: null }, { filter: {} }, { filter: { types: null } }])(
  'takes the cursor of the list without arguments for %j',
  (given) => {
    const rules = { of: 'test', max: 10 };
    const cursor = encodeCursor({ n: 1, k: 'a' }, pageOf({ first: 2 }, rules).list);
    const asked = { first: 2, after: cursor, ...given };
    expect(pageOf(asked, rules).start).toEqual({ n: 1, k: 'a' });
    const others = { ...asked, filter: { types: [] } };
    expect(() => pageOf(others, rules)).toThrow('another list');
  },
);

it('works out no node for cursors alone', async () => {
  const page = pageOf({ first: 2 }, { of: 'test', max: 10 });
  const source = listSource(page, () => Promise.resolve([{ n: 0, k: 'a', item: 1 }]));
  const refuse = (): never => {
    throw new Error('not asked for');
  };
  const list = connectionWith(source, { node: refuse, edge: () => ({}) });
  const { endCursor } = await list.pageInfo();
  expect((await list.edges()).map(({ cursor }) => cursor)).toEqual([endCursor]);
});
