import { limitExceeded, requestError } from './errors.ts';
import { limits } from './limits.ts';

/** Which part of the graph a link asks for: everything, an article's part, or a subgraph as a query would ask for it. */
export type LinkedPart =
  | { readonly kind: 'whole' }
  | { readonly kind: 'article'; readonly article: string }
  | { readonly kind: 'subgraph'; readonly asked: AskedSubgraph };

/** The arguments of `subgraph` as a client writes them; nothing but the schema has looked at the filter. */
export interface AskedSubgraph {
  readonly seeds: readonly string[];
  readonly depth?: number;
  readonly filter?: unknown;
  readonly maxNodes?: number;
  readonly maxRelations?: number;
}

const numbers = ['depth', 'maxNodes', 'maxRelations'] as const;
const known = ['article', 'seeds', ...numbers, 'filter', 'raw'];

/** Where a file of this name is, below the server's root. Throws LIMIT_EXCEEDED if no browser would follow it. */
export function exportLink(file: string, part: LinkedPart): string {
  const query = queryOf(part).toString();
  const link = `/exports/${file}${query === '' ? '' : `?${query}`}`;
  if (link.length <= limits.linkLength) return link;
  throw limitExceeded({
    limit: 'length of an export link',
    value: link.length,
    max: limits.linkLength,
    remedy: 'Name fewer seeds, or an article as the seed.',
  });
}

function queryOf(part: LinkedPart): URLSearchParams {
  const query = new URLSearchParams();
  if (part.kind === 'article') query.append('article', part.article);
  if (part.kind !== 'subgraph') return query;
  const { asked } = part;
  for (const seed of asked.seeds) query.append('seeds', seed);
  for (const name of numbers) if (asked[name] !== undefined) query.append(name, String(asked[name]));
  if (asked.filter !== undefined) query.append('filter', JSON.stringify(asked.filter));
  return query;
}

/** What a link asks for; `raw` wants CSV cells without the mark against formulas. Throws BAD_USER_INPUT. */
export function readExportLink(query: URLSearchParams): { readonly part: LinkedPart; readonly raw: boolean } {
  const unknown = [...query.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw wrong(`There is no parameter "${unknown}". Known: ${known.join(', ')}.`);
  const twice = known.find((name) => name !== 'seeds' && query.getAll(name).length > 1);
  if (twice !== undefined) throw wrong(`${twice} is given twice.`);
  const raw = query.get('raw') ?? '0';
  if (raw !== '0' && raw !== '1') throw wrong(`raw is "${raw}". Give 1, or leave it out.`);
  return { part: partIn(query), raw: raw === '1' };
}

function partIn(query: URLSearchParams): LinkedPart {
  const article = query.get('article');
  const ofSubgraph = [...numbers, 'filter'].find((name) => query.has(name));
  if (article !== null) {
    if (query.has('seeds') || ofSubgraph !== undefined)
      throw wrong('Give either article or seeds, not both.');
    return { kind: 'article', article };
  }
  if (query.has('seeds')) return { kind: 'subgraph', asked: askedIn(query) };
  if (ofSubgraph !== undefined) throw wrong(`${ofSubgraph} needs seeds from which the subgraph grows.`);
  return { kind: 'whole' };
}

function askedIn(query: URLSearchParams): AskedSubgraph {
  const given = numbers.flatMap((name): (readonly [string, number])[] => {
    const value = query.get(name);
    if (value === null) return [];
    if (!/^\d{1,9}$/u.test(value)) throw wrong(`${name} is "${value}". Give a whole number.`);
    return [[name, Number(value)]];
  });
  const filter = query.get('filter');
  return {
    seeds: query.getAll('seeds'),
    ...Object.fromEntries(given),
    ...(filter === null ? {} : { filter: jsonIn(filter) }),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong('filter is not valid JSON. Give an object such as {"types": ["MET"]}.');
  }
}

function wrong(message: string): Error {
  return requestError('BAD_USER_INPUT', message);
}
