import { foldedRegExp } from '../../lib/folded-pattern.ts';
import { contextAround, type TextSpan } from '../../lib/quote-places.ts';
import type { TextQuery } from '../../model/name-ranking.ts';

/** Something found: `load` gives it where it is not at hand yet. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  readonly field: 'name' | 'aliases' | 'quote' | 'title' | 'text';
  readonly snippet: string;
  readonly highlights: readonly TextSpan[];
  readonly distance: number;
  readonly node: () => unknown;
}

/** How a quote, title or text shows that it contains the query. */
export type Passage = Pick<Hit, 'score' | 'snippet' | 'highlights' | 'distance'>;

const SNIPPET_REACH = 80;

/**
 * The places of the query in a value, of which `long` ones are cut to the surroundings of the first.
 * Null where it does not occur, or where a query in quotation marks occurs only inside longer words.
 */
export function passageOf(
  query: TextQuery,
  value: string,
  { long }: { readonly long: boolean },
): Passage | null {
  const first = placesOf(query, value)[0];
  if (first === undefined) return null;
  const snippet = long ? contextAround(value, first, SNIPPET_REACH) : value;
  const score = startsWord(value, first) ? 0.6 : 0.4;
  return { score: long ? score - 0.1 : score, snippet, highlights: placesOf(query, snippet), distance: 0 };
}

function placesOf({ text, exact }: TextQuery, value: string): readonly TextSpan[] {
  const pattern = foldedRegExp(text);
  const global = new RegExp(pattern.source, `${pattern.flags}g`);
  return Array.from(value.matchAll(global), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  })).filter((place) => !exact || (startsWord(value, place) && endsWord(value, place)));
}

function startsWord(value: string, { start }: TextSpan): boolean {
  return !/[\p{L}\p{N}]$/u.test(value.slice(Math.max(0, start - 2), start));
}

function endsWord(value: string, { end }: TextSpan): boolean {
  return !/^[\p{L}\p{N}]/u.test(value.slice(end, end + 2));
}
