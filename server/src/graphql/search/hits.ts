import { foldedRegExp } from '../../lib/folded-pattern.ts';
import { contextAround, type TextSpan } from '../../lib/quote-places.ts';
import type { TextPart, TextQuery } from '../../model/name-ranking.ts';
import { wantedWords } from './wanted-words.ts';

export type Scope = 'ENTITIES' | 'QUOTES' | 'ARTICLES';

/** Something found: `node` gives it. */
export interface Hit {
  readonly id: string;
  readonly scope: Scope;
  /** Type of the entity or of the relation; `Article`. */
  readonly type: string;
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

/** Words that were found, one after the other. */
interface Term {
  readonly text: string;
  /** Whole words alone. */
  readonly exact: boolean;
}

interface FoundPart {
  readonly score: number;
  readonly terms: readonly Term[];
}

/**
 * The places of the query in a value, of which `long` ones are cut to where most of its words stand
 * together. Null where not all its parts occur. Words one after the other come before words apart, and
 * beginnings of words before their middle.
 */
export function passageOf(
  { parts }: TextQuery,
  value: string,
  { long }: { readonly long: boolean },
): Passage | null {
  const found = parts.map((part) => findPart(part, value));
  const fitting = found.filter((part) => part !== null);
  if (fitting.length === 0 || fitting.length < found.length) return null;
  const terms = fitting.flatMap((part) => part.terms);
  const score = Math.min(...fitting.map((part) => part.score));
  if (!long) return { score, snippet: value, highlights: highlightsOf(terms, value), distance: 0 };
  const snippet = contextAround(value, densestPlace(terms, value), SNIPPET_REACH);
  return { score: score - 0.1, snippet, highlights: highlightsOf(terms, snippet), distance: 0 };
}

function findPart({ text, exact }: TextPart, value: string): FoundPart | null {
  const phrase = { text, exact };
  const [first] = placesOf(phrase, value);
  if (first !== undefined) return { score: startsWord(value, first) ? 0.6 : 0.4, terms: [phrase] };
  const words = exact ? [] : wantedWords(phrase);
  if (words.length < 2) return null;
  const terms = words.map((word) => ({ text: word, exact: false }));
  const places = terms.map((term) => placesOf(term, value));
  if (places.some((own) => own.length === 0)) return null;
  const startWords = places.every((own) => own.some((place) => startsWord(value, place)));
  return { score: startWords ? 0.5 : 0.3, terms };
}

/** Where most of the terms stand within the reach of a snippet; the first such place. */
function densestPlace(terms: readonly Term[], value: string): TextSpan {
  const places = terms
    .flatMap((term) => placesOf(term, value).map((place) => ({ ...place, term })))
    .toSorted((one, other) => one.start - other.start);
  let best = { start: 0, end: 0, count: 0 };
  for (const [index, { start, end }] of places.entries()) {
    const near = new Set<Term>();
    for (let at = index; at < places.length; at += 1) {
      const place = places[at];
      if (place === undefined || place.end > end + SNIPPET_REACH) break;
      near.add(place.term);
    }
    if (near.size > best.count) best = { start, end, count: near.size };
  }
  return best;
}

function highlightsOf(terms: readonly Term[], value: string): readonly TextSpan[] {
  const places = terms.flatMap((term) => placesOf(term, value)).toSorted((a, b) => a.start - b.start);
  let end = 0;
  return places.filter((place) => {
    const apart = place.start >= end;
    if (apart) ({ end } = place);
    return apart;
  });
}

function placesOf({ text, exact }: Term, value: string): readonly TextSpan[] {
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
