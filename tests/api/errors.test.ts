import { beforeAll, describe, expect, it } from 'vitest';

import { createContext } from '../../server/src/graphql/base/context.ts';
import { type ErrorCode, errorCodes } from '../../server/src/graphql/base/errors.ts';
import { entityById } from '../../server/src/graphql/base/loads.ts';
import { StoreError, type StoreErrorCode } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openLoadedStore, shippedVocabulary } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';
import { type Api, apiOf } from './ask.ts';
import { article } from './documents.ts';

interface Mistake {
  readonly what: string;
  readonly document: string;
  readonly code: ErrorCode;
  /** What else its extensions say. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const tooLarge = (limit: string, value: number, max: number) => ({ limit, value, max });

const mistakes: readonly Mistake[] = [
  {
    what: 'a page over the maximum of the root',
    document: '{ claims(first: 501) { totalCount } }',
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('first', 501, 500),
  },
  {
    what: 'a page over the maximum inside',
    document: '{ entity(id: "cia") { relations(last: 101) { totalCount } } }',
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('last', 101, 100),
  },
  ...[
    `claims(filter: { text: "${'a'.repeat(501)}" })`,
    `articles(text: "${'a'.repeat(501)}")`,
    `article(id: "${article}") { claims(filter: { text: "${'a'.repeat(501)}" })`,
  ].map((field) => ({
    what: `a text too long to look for in ${field.slice(0, 8)}`,
    document: `{ ${field} { totalCount } ${field.includes('{ claims') ? '}' : ''} }`,
    code: 'LIMIT_EXCEEDED' as const,
    details: { limit: 'text', value: 501, max: 500 },
  })),
  { what: 'a negative page', document: '{ articles(first: -1) { totalCount } }', code: 'BAD_USER_INPUT' },
  {
    what: 'before without last',
    document: '{ claims(first: 1, before: "x") { nodes { id } } }',
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'after with last',
    document: '{ claims(last: 1, after: "x") { nodes { id } } }',
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'a cursor that is none',
    document: '{ claims(first: 1, after: "x") { nodes { id } } }',
    code: 'INVALID_CURSOR',
  },
  {
    what: 'too deep a subgraph',
    document: '{ subgraph(seeds: ["cia"], depth: 5) { truncated } }',
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('depth', 5, 4),
  },
  {
    what: 'too large a subgraph',
    document: '{ subgraph(seeds: ["cia"], maxNodes: 2001) { truncated } }',
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('maxNodes', 2001, 2000),
  },
  {
    what: 'too many relations',
    document: '{ subgraph(seeds: ["cia"], maxRelations: 5001) { truncated } }',
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('maxRelations', 5001, 5000),
  },
  {
    what: 'a negative depth',
    document: '{ subgraph(seeds: ["cia"], depth: -1) { truncated } }',
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'too wide a context',
    document: '{ claims(first: 1) { nodes { context(characters: 2001) } } }',
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('characters', 2001, 2000),
  },
  {
    what: 'too long a search',
    document: `{ search(query: "${'a'.repeat(201)}") { totalCount } }`,
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('query', 201, 200),
  },
  {
    what: 'too many ids',
    document: `{ nodes(ids: ${JSON.stringify(Array.from({ length: 1001 }, String))}) { id } }`,
    code: 'LIMIT_EXCEEDED',
    details: tooLarge('ids', 1001, 1000),
  },
  {
    what: 'the order of an article without one',
    document: '{ claims(orderBy: ARTICLE_POSITION) { nodes { id } } }',
    code: 'BAD_USER_INPUT',
  },
];

const toldFailures: readonly [StoreErrorCode, ErrorCode, number?][] = [
  ['UNAVAILABLE', 'STORE_UNAVAILABLE', 5],
  ['UNAUTHENTICATED', 'STORE_UNAVAILABLE', 5],
  ['HELD', 'STORE_UNAVAILABLE', 5],
  ['CLOSED', 'STORE_UNAVAILABLE', 5],
  ['CONFLICT', 'STORE_UNAVAILABLE', 1],
  ['TIMEOUT', 'DEADLINE_EXCEEDED'],
  ['NOT_SUPPORTED', 'UNSUPPORTED_BY_STORE'],
  ['BAD_VALUE', 'BAD_USER_INPUT'],
];

const ownFaults: readonly StoreErrorCode[] = [
  'BAD_STATEMENT',
  'CONSTRAINT',
  'DAMAGED',
  'FAILED',
  'READ_ONLY',
];

forEachStore((_, open) => {
  let api: Api;
  beforeAll(async () => {
    api = await apiOf(await openLoadedStore(open));
  });

  it.each(mistakes)('$what is refused with $code', async ({ document, code, details = {} }) => {
    const [error] = await api.errors(document);
    expect(errorCodes).toContain(code);
    expect(error?.extensions).toEqual({ code, ...details });
    const numbers = [details['value'], details['max']].filter((number) => number !== undefined);
    expect(numbers.filter((number) => !error?.message.includes(JSON.stringify(number)))).toEqual([]);
  });

  it('a value that no store can hold is refused by name', async () => {
    const [error] = await api.errors('query ($id: ID!) { entity(id: $id) { id } }', { id: 'a\0b' });
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(error?.message).toContain('NUL');
  });

  describe('a cursor', () => {
    const cursorOf = async (field: string): Promise<string> =>
      (await api.data(`{ list: ${field.replace('PAGE', 'first: 1')} { pageInfo { endCursor } } }`)).list
        .pageInfo.endCursor;

    it.each([
      ['another order', 'relations(orderBy: CLAIMS, PAGE)', 'relations(orderBy: TYPE, PAGE)'],
      [
        'another filter',
        'claims(filter: { statuses: [DENIED] }, PAGE)',
        'claims(filter: { statuses: [PLANNED] }, PAGE)',
      ],
      ['another list', 'articles(PAGE)', 'claims(PAGE)'],
      ['another query', 'search(query: "cia", PAGE)', 'search(query: "cuba", PAGE)'],
    ])('of %s is refused', async (...[, from, to]) => {
      const cursor = await cursorOf(from);
      const [error] = await api.errors(
        `{ ${to.replace('PAGE', `first: 1, after: "${cursor}"`)} { nodes { id } } }`,
      );
      expect(error?.extensions).toEqual({ code: 'INVALID_CURSOR' });
    });

    it('of one entity is refused by another', async () => {
      const { entity } = await api.data(
        '{ entity(id: "cia") { relations(first: 1) { pageInfo { endCursor } } } }',
      );
      const { endCursor } = entity.relations.pageInfo;
      const [error] = await api.errors(
        `{ entity(id: "cuba") { relations(first: 1, after: "${endCursor}") { nodes { id } } } }`,
      );
      expect(error?.extensions).toEqual({ code: 'INVALID_CURSOR' });
    });

    it('with the right list and nonsense inside is refused', async () => {
      const cursor = await cursorOf('claims(PAGE)');
      const [list] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string];
      for (const parts of [[list], [list, 'x', 'y'], [list, 1], {}, null]) {
        const forged = Buffer.from(JSON.stringify(parts)).toString('base64url');
        const [error] = await api.errors(`{ claims(first: 1, after: "${forged}") { nodes { id } } }`);
        expect(error?.extensions).toEqual({ code: 'INVALID_CURSOR' });
      }
    });
  });
});

describe('failures of a store', () => {
  const toldOf = async (failure: StoreError): Promise<unknown> => {
    const fails = (): Promise<never> => Promise.reject(failure);
    const store = { read: fails, query: fails } as unknown as Store;
    const context = createContext({ store, vocabulary: await shippedVocabulary() });
    return entityById(context, 'cia').catch((error: unknown) => error);
  };

  it.each(toldFailures)('%s is told as %s', async (...[storeCode, code, retryAfter]) => {
    const cause = new StoreError({ code: storeCode, message: 'It broke.', hint: 'Mend it.' });
    const extensions = { code, ...(retryAfter === undefined ? {} : { retryAfter }) };
    expect(await toldOf(cause)).toMatchObject({ message: 'It broke. Mend it.', cause, extensions });
  });

  it.each(ownFaults)('%s is left to be masked', async (code) => {
    const failure = new StoreError({ code, message: 'It broke.' });
    expect(await toldOf(failure)).toBe(failure);
  });
});
