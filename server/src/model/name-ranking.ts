import { distanceToBeginning } from '../lib/edit-distance.ts';
import { foldText, foldWithOffsets } from '../lib/fold-text.ts';
import type { TextSpan } from '../lib/quote-places.ts';

/** Something with names, such as what a store's text search found. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** How well a value fits a query. */
export interface TextMatch {
  /** 1 for the value itself down to 0.3 for two letters apart; equal for equally good matches. */
  readonly score: number;
  /** Letters that had to be changed; 0 when it is exact or a beginning. */
  readonly distance: number;
  /** Where the query matched in the value. */
  readonly highlights: readonly TextSpan[];
}

export interface RankedName<T extends Named> extends TextMatch {
  readonly candidate: T;
  readonly field: 'name' | 'aliases';
  /** The name or alias that matched. */
  readonly snippet: string;
}

/** A query as typed, folded. */
export interface TextQuery {
  /** All its words, without quotation marks. */
  readonly text: string;
  /** All of them have to fit: those that stand in quotation marks, then the words outside of them as one. */
  readonly parts: readonly TextPart[];
}

/** Words; in quotation marks they have to occur as they are. */
export interface TextPart {
  readonly text: string;
  readonly exact: boolean;
}

/** An alias is worth a little less than a name that fits as well. */
const ALIAS_LOSS = 0.01;
const PUNCTUATION_IN_NAMES = /['"]/gu;
const LETTER = /[\p{L}\p{N}]/u;

/** Tells what stands in quotation marks, of whatever shape, from what does not. */
export function parseTextQuery(query: string): TextQuery {
  const text = foldText(query);
  const quoted = Array.from(text.matchAll(/"([^"]+)"/gu), ([, inside = '']) => inside);
  const parts = [
    ...quoted.map((inside) => ({ text: bareText(inside), exact: true })),
    { text: bareText(text.replaceAll(/"[^"]+"/gu, ' ')), exact: false },
  ].filter((part) => part.text !== '');
  return { text: parts.map((part) => part.text).join(' '), parts };
}

function bareText(text: string): string {
  // One alone is no quotation; in a name it counts as little as an apostrophe.
  return text
    .replaceAll('"', '')
    .trim()
    .replace(/^the\s+(?=\S)/u, '');
}

/**
 * Ranks what a store found, alike for every store, and drops what does not match: the same name or alias,
 * its beginning, the beginning of a word in it, all words of the query in any order, one letter apart,
 * two. Case, marks, apostrophes and a leading "the" do not count. Of equally good ones that with the
 * greater `weight` comes first, then the shorter match, then the name, then the id.
 */
export function rankNames<T extends Named>(
  query: string,
  candidates: readonly T[],
  weight: (candidate: T) => number = () => 0,
): readonly RankedName<T>[] {
  const parsed = parseTextQuery(query);
  return candidates
    .flatMap((candidate) => bestMatch(parsed, candidate) ?? [])
    .toSorted(
      (one, other) =>
        other.score - one.score ||
        weight(other.candidate) - weight(one.candidate) ||
        one.snippet.length - other.snippet.length ||
        compare(one.candidate.name, other.candidate.name) ||
        compare(one.candidate.id, other.candidate.id),
    );
}

function bestMatch<T extends Named>(query: TextQuery, candidate: T): RankedName<T> | null {
  const values = [candidate.name, ...candidate.aliases];
  let best: RankedName<T> | null = null;
  for (const [index, snippet] of values.entries()) {
    const match = matchText(query, snippet);
    if (match === null) continue;
    const score = match.score - (index === 0 ? 0 : ALIAS_LOSS);
    if (best === null || score > best.score) {
      best = { ...match, score, candidate, field: index === 0 ? 'name' : 'aliases', snippet };
    }
  }
  return best;
}

/** How a value fits a query, or null if it does not: the worst fit of its parts. */
export function matchText({ parts }: TextQuery, value: string): TextMatch | null {
  const words = wordsOf(value);
  const matches = parts.filter(({ text }) => LETTER.test(text)).map((part) => matchPart(part, words));
  const fitting = matches.filter((match) => match !== null);
  if (fitting.length === 0 || fitting.length < matches.length) return null;
  return {
    score: Math.min(...fitting.map(({ score }) => score)),
    distance: fitting.reduce((sum, { distance }) => sum + distance, 0),
    highlights: fitting
      .flatMap(({ highlights }) => highlights)
      .toSorted((one, other) => one.start - other.start),
  };
}

function matchPart({ text, exact }: TextPart, words: readonly Word[]): TextMatch | null {
  const wanted = wordsOf(text).map(({ word }) => word);
  if (wanted.length === 0) return null;
  const plain = words.map(({ word }) => word).join(' ');
  const wantedText = wanted.join(' ');
  const run = runOf(words, wantedText, exact);
  if (run !== null) {
    const at = words[0]?.word === 'the' ? run.first - 1 : run.first;
    const whole = plain.replace(/^the /u, '') === wantedText || plain === wantedText;
    return { score: whole ? 1 : at <= 0 ? 0.9 : 0.8, distance: 0, highlights: [run.span] };
  }
  return exact ? null : wordByWord(wanted, words);
}

interface Word {
  readonly word: string;
  readonly span: TextSpan;
  /** Where each of its letters ends in the value. */
  readonly ends: readonly number[];
}

function wordsOf(value: string): readonly Word[] {
  const { folded, offsets } = foldWithOffsets(value);
  return Array.from(folded.matchAll(/[\p{L}\p{N}'"]+/gu), ({ 0: found, index }) => {
    const letters = Array.from({ length: found.length }, (_, unit) => index + unit).filter(
      (unit) => !/['"]/u.test(folded[unit] ?? ''),
    );
    const ends = letters.map((unit) => endOfCharacter(offsets, unit));
    const start = offsets[letters[0] ?? index] ?? 0;
    return {
      word: found.replaceAll(PUNCTUATION_IN_NAMES, ''),
      span: { start, end: ends.at(-1) ?? start },
      ends,
    };
  }).filter(({ word }) => word !== '');
}

/** The second half of a surrogate pair has the same offset as the first. */
function endOfCharacter(offsets: readonly number[], unit: number): number {
  const offset = offsets[unit] ?? 0;
  return offsets.slice(unit, unit + 4).find((next) => next > offset) ?? offset;
}

/** The first run of words that begins with the wanted text; with `whole` it must not go on inside a word. */
function runOf(
  words: readonly Word[],
  wanted: string,
  whole: boolean,
): { readonly first: number; readonly span: TextSpan } | null {
  for (const [first, { span }] of words.entries()) {
    const rest = words.slice(first);
    const text = rest.map(({ word }) => word).join(' ');
    if (!text.startsWith(wanted) || (whole && /\S/u.test(text[wanted.length] ?? ' '))) continue;
    const lastUnit = endOfRun(rest, wanted.length);
    return { first, span: { start: span.start, end: lastUnit } };
  }
  return null;
}

function endOfRun(words: readonly Word[], length: number): number {
  let left = length;
  for (const { word, ends } of words) {
    if (left <= word.length) return ends[left - 1] ?? 0;
    left -= word.length + 1;
  }
  return 0;
}

function wordByWord(wanted: readonly string[], words: readonly Word[]): TextMatch | null {
  let distance = 0;
  const highlights: TextSpan[] = [];
  for (const word of wanted) {
    const best = nearestWord(word, words);
    if (best === null) return null;
    distance += best.distance;
    highlights.push(best.span);
  }
  if (distance > 2) return null;
  const score = distance === 0 ? 0.7 : distance === 1 ? 0.5 : 0.3;
  return { score, distance, highlights: highlights.toSorted((one, other) => one.start - other.start) };
}

function nearestWord(wanted: string, words: readonly Word[]): { distance: number; span: TextSpan } | null {
  let best: { distance: number; span: TextSpan } | null = null;
  for (const { word, span } of words) {
    const distance = distanceToBeginning(wanted, word, allowedEdits(wanted));
    if (distance !== null && (best === null || distance < best.distance)) best = { distance, span };
  }
  return best;
}

/** How many letters a word may be off: none up to 3 letters, 1 up to 5, else 2. */
function allowedEdits(word: string): number {
  if (word.length <= 3) return 0;
  return word.length <= 5 ? 1 : 2;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
