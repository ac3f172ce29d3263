import { compareKeys, decodeCursor, encodeCursor, type SortKey } from './cursor.ts';
import { limitExceeded, requestError } from './errors.ts';
import { type Facet, type FacetSources, readFacets } from './facets.ts';

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The wanted piece of a list. */
export interface Page {
  /** What the list's cursors are bound to: name, filter, order. */
  readonly list: string;
  readonly size: number;
  /** False: the piece is counted from the end, or from before a cursor. */
  readonly forward: boolean;
  /** Where the piece begins, itself left out; null at the end of the list it is counted from. */
  readonly start: SortKey | null;
}

/** An item with its place in the list. */
export interface Placed<T> extends SortKey {
  readonly item: T;
}

export interface ConnectionEdge<T> {
  readonly cursor: string;
  /** Worked out when it is asked for: what nobody waits for would fail once the answer is given. */
  readonly node: () => T;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A Relay connection. Each part is worked out only when it is asked for. */
export interface Connection<T, E extends ConnectionEdge<unknown>> {
  edges(): Promise<readonly E[]>;
  nodes(): Promise<readonly T[]>;
  pageInfo(): Promise<PageInfo>;
  /** Of the whole list, whatever the page; null where it was not counted. */
  totalCount(): Promise<number | null>;
  /** The whole list divided by each of these. Throws BAD_USER_INPUT for what it cannot be divided by. */
  facets(asked: { readonly by: readonly string[] }): Promise<readonly Facet[]>;
}

export interface ConnectionSource<T> {
  readonly page: Page;
  /** Up to `size + 1` items behind `start`, in the direction of the page. */
  readonly fetch: () => Promise<readonly Placed<T>[]>;
  readonly count: () => Promise<number | null>;
  readonly facets?: FacetSources;
}

interface PageRules {
  /** Name of the list, and of what it belongs to. */
  readonly of: string;
  readonly max: number;
}

const DEFAULT_SIZE = 20;

/** Reads the page out of a field's arguments; all others say which list it is. Throws LIMIT_EXCEEDED, INVALID_CURSOR or BAD_USER_INPUT. */
export function pageOf(
  { first, after, last, before, ...others }: PageArguments,
  { of, max }: PageRules,
): Page {
  const list = JSON.stringify([of, ...Object.entries(others).flatMap(givenArgument)]);
  // `first` has a default, so it is there when only `last` was written.
  const forward = last === null || last === undefined;
  const name = forward ? 'first' : 'last';
  const size = (forward ? first : last) ?? DEFAULT_SIZE;
  if (size < 0) throw requestError('BAD_USER_INPUT', `${name} is ${size}. Give 0 or more.`);
  if (size > max) {
    throw limitExceeded({
      limit: name,
      value: size,
      max,
      remedy: 'Ask for the rest page by page with cursors.',
    });
  }
  if (forward && before)
    throw requestError('BAD_USER_INPUT', 'before goes with last. Give last instead of first.');
  if (!forward && after) throw requestError('BAD_USER_INPUT', 'after goes with first. Leave last out.');
  const cursor = forward ? after : before;
  const start = cursor === null || cursor === undefined ? null : decodeCursor(cursor, list);
  return { list, size, forward, start };
}

/** An argument as it tells lists apart; one that asks for nothing does not. */
function givenArgument([name, value]: [string, unknown]): readonly string[] {
  const given = JSON.stringify(value, givenOnly) as string | undefined;
  return given === undefined ? [] : [name, given];
}

/** Null, and an object of nothing else, ask for what leaving them out asks for. */
function givenOnly(_: string, value: unknown): unknown {
  if (value === null) return undefined;
  const says = typeof value !== 'object' || Array.isArray(value);
  return says || Object.values(value ?? {}).some((inner) => inner !== null) ? value : undefined;
}

/** A connection whose edges carry nothing but cursor and node. */
export function connection<T>(source: ConnectionSource<T>): Connection<T, ConnectionEdge<T>> {
  return connectionWith(source, { node: (item) => item, edge: () => ({}) });
}

interface Shape<T, N, E extends object> {
  readonly node: (item: T) => N;
  /** What the edge says besides cursor and node. */
  readonly edge: (item: T) => E;
}

/** A connection whose edges say more, or whose nodes are only a part of the items. */
export function connectionWith<T, N, E extends object>(
  { page, fetch, count, facets = {} }: ConnectionSource<T>,
  { node, edge }: Shape<T, N, E>,
): Connection<N, ConnectionEdge<N> & E> {
  const fetched = once(async () => {
    const found = await fetch();
    const placed = found.slice(0, page.size);
    return { placed: page.forward ? placed : placed.toReversed(), more: found.length > page.size };
  });
  const items = async () => (page.size === 0 ? [] : (await fetched()).placed);
  const edges = async () =>
    (await items()).map((one) => ({
      ...edge(one.item),
      cursor: encodeCursor(one, page.list),
      node: () => node(one.item),
    }));
  return {
    edges,
    nodes: async () => (await items()).map(({ item }) => node(item)),
    totalCount: once(count),
    facets: ({ by }) => readFacets(facets, by),
    pageInfo: async () => {
      const { more } = await fetched();
      const cursors = (await items()).map((one) => encodeCursor(one, page.list));
      return {
        hasNextPage: page.forward ? more : page.start !== null,
        hasPreviousPage: page.forward ? page.start !== null : more,
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      };
    },
  };
}

/** The same for a list that is wholly in memory, in whatever order it comes. */
export function listSource<T>(page: Page, list: () => Promise<readonly Placed<T>[]>): ConnectionSource<T> {
  const all = once(list);
  return {
    page,
    fetch: async () => {
      const direction = page.forward ? 1 : -1;
      const { start } = page;
      return (await all())
        .filter((one) => start === null || compareKeys(one, start) * direction > 0)
        .toSorted((one, other) => compareKeys(one, other) * direction)
        .slice(0, page.size + 1);
    },
    count: async () => (await all()).length,
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
