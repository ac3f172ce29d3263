import type { QuoteFinder, TextSpan } from '../../lib/quote-places.ts';
import type { Sentence } from './reading.ts';

const shortest = 15;
const longest = 400;
const longestPrefix = 60;

/**
 * The words on which a claim rests: from one end to the other, whole words, inside of the sentence, 15 to
 * 400 characters. Null where the sentence has no such stretch.
 */
export function quoteSpan(text: string, wanted: TextSpan, sentence: Sentence): TextSpan | null {
  const { words } = sentence;
  let first = words.findIndex(({ end }) => end > wanted.start);
  let last = words.findLastIndex(({ start }) => start < wanted.end);
  const from = (): number => words[first]?.start ?? 0;
  const to = (): number => words[last]?.end ?? 0;
  if (first < 0 || last < first || to() - from() > longest) return null;
  const letters = (): number => text.slice(from(), to()).replaceAll(/\s+/gu, ' ').length;
  while (letters() < shortest && (first > 0 || last < words.length - 1)) {
    if (last < words.length - 1) last += 1;
    else first -= 1;
  }
  return letters() < shortest || to() - from() > longest ? null : { start: from(), end: to() };
}

/** The words in front of a quote that occurs more than once, at a word's beginning; null if it needs none. */
export function prefixFor(text: string, span: TextSpan, find: QuoteFinder): string | null {
  if (find(text.slice(span.start, span.end)).length <= 1) return null;
  const before = text.slice(Math.max(0, span.start - longestPrefix), span.start);
  const prefix = (span.start > longestPrefix ? before.replace(/^\S*\s+/u, '') : before).trim();
  return prefix === '' ? null : prefix;
}
