import { compareText } from './cursor.ts';
import { requestError } from './errors.ts';
import { limits } from './limits.ts';

/** One value that items of a list have, and how many have it. */
export interface FacetValue {
  readonly value: string;
  /** The value as people read it. */
  readonly label: string;
  readonly count: number;
}

/** A list divided by one thing, such as type. */
export interface Facet {
  readonly by: string;
  /** The most frequent first, at most `limits.facetValues`. */
  readonly values: readonly FacetValue[];
  /** How many values there are in all. */
  readonly valueCount: number;
}

/** How many items have each value: all values, or the most frequent of `valueCount`. */
export interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  readonly valueCount: number;
}

/** One way to divide a list. Nothing is counted before it is asked for. */
export interface FacetSource {
  readonly tally: () => Promise<Tally>;
  readonly label: (value: string) => string | Promise<string>;
}

/** All ways to divide a list, by their names. */
export type FacetSources = Readonly<Record<string, FacetSource>>;

/** Divides a list in each of the wanted ways. Throws BAD_USER_INPUT for one that it does not know. */
export async function readFacets(sources: FacetSources, by: readonly string[]): Promise<readonly Facet[]> {
  const known = Object.keys(sources);
  const wanted = [...new Set(by)].map((name) => {
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    if (source === undefined) throw unknownFacet(name, known);
    return { name, source };
  });
  return Promise.all(wanted.map(async ({ name, source }) => facetOf(name, source)));
}

async function facetOf(by: string, { tally, label }: FacetSource): Promise<Facet> {
  const { counts, valueCount } = await tally();
  const shown = Array.from(counts)
    .toSorted(([one, count], [other, otherCount]) => otherCount - count || compareText(one, other))
    .slice(0, limits.facetValues);
  const values = await Promise.all(
    shown.map(async ([value, count]) => ({ value, label: await label(value), count })),
  );
  return { by, values, valueCount };
}

/** Counts items that are at hand; one that has a value twice counts once. */
export function tallyOf<T>(items: Iterable<T>, valuesOf: (item: T) => Iterable<string>): Tally {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of new Set(valuesOf(item))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { counts, valueCount: counts.size };
}

function unknownFacet(name: string, known: readonly string[]): Error {
  const asked = JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name);
  return requestError(
    'BAD_USER_INPUT',
    known.length === 0
      ? `This list has no facets, so it cannot be counted by ${asked}.`
      : `This list cannot be counted by ${asked}. Give some of: ${known.join(', ')}.`,
    { known },
  );
}
