import type { TextSpan } from '../../lib/quote-places.ts';
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

/** Finds out whether words stand in a text only once, in time linear in the text's length. */
export class QuoteIndex {
  private readonly text: string;
  private readonly plain: string;
  /** Where in the plain text the units begin that begin so. */
  private readonly places = new Map<string, number[]>();

  constructor(text: string) {
    this.text = text;
    this.plain = plainOf(text);
    const starts = Array.from(this.plain.matchAll(unit), ({ index }) => index);
    for (const start of starts) {
      const key = this.plain.slice(start, start + shortest);
      const same = this.places.get(key);
      if (!same) this.places.set(key, [start]);
      else if (same.length < 500) same.push(start);
    }
  }

  /** The words in front of a quote that occurs more than once, at a word's beginning; null if it needs none. */
  prefixFor(span: TextSpan): string | null {
    const quote = plainOf(this.text.slice(span.start, span.end));
    const starts = this.places.get(quote.slice(0, shortest)) ?? [];
    let same = 0;
    for (const start of starts) if (this.plain.startsWith(quote, start) && (same += 1) > 1) break;
    if (same <= 1) return null;
    const before = this.text.slice(Math.max(0, span.start - longestPrefix), span.start);
    const prefix = (span.start > longestPrefix ? before.replace(/^\S*\s+/u, '') : before).trim();
    return prefix === '' ? null : prefix;
  }
}

const unit = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

/** As quotes are compared: straight quotes, plain dashes, one space. */
function plainOf(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[‘’‚‛‹›′]/gu, "'")
    .replaceAll(/[“”„‟«»″]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replaceAll('…', '...')
    .replaceAll(/\s+/gu, ' ');
}
