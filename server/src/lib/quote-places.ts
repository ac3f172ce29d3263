/** A piece of a text: UTF-16 offsets, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Finds a quote in the text it was made for. */
export type QuoteFinder = (quote: string, prefix?: string | null) => readonly TextSpan[];

/**
 * Every place where a quote occurs in a text, in order; overlapping ones too. Typography does not count:
 * both are compared after NFC, with straight quotes, `-` for every dash, `...` for an ellipsis and one
 * space for any run of white space; the places are those of the text as stored. With a prefix, only the
 * places right behind it. Takes time linear in the lengths of text and quote.
 */
export function quotePlaces(text: string, quote: string, prefix?: string | null): readonly TextSpan[] {
  return quoteFinder(text)(quote, prefix);
}

/** The same for many quotes of one text, which is read only once. */
export function quoteFinder(text: string): QuoteFinder {
  const plain = plainText(text);
  const occurrencesOf = wordFinder(plain.letters);
  return (quote, prefix) => {
    const wanted = plainText(quote).letters.trim();
    if (wanted === '') return [];
    const before = plainText(prefix ?? '').letters.trim();
    return occurrencesOf(wanted).flatMap((at) => {
      const start = plain.starts[at];
      const end = plain.ends[at + wanted.length - 1];
      if (start === undefined || end === undefined) return [];
      const justBefore = plain.letters.slice(Math.max(0, at - before.length - 1), at).trimEnd();
      return justBefore.endsWith(before) ? [{ start, end }] : [];
    });
  };
}

/**
 * The text at a span with up to so many UTF-16 units on either side, as printed. Each side ends at the
 * end of a sentence where one is in reach, else at the end of a word, marked with an ellipsis.
 */
export function contextAround(text: string, span: TextSpan, characters: number): string {
  const from = Math.max(0, span.start - characters);
  const to = Math.min(text.length, span.end + characters);
  const before = text.slice(from, span.start);
  const after = text.slice(span.end, to);
  return [
    from === 0 ? before.trimStart() : endOf(before),
    text.slice(span.start, span.end),
    to === text.length ? after.trimEnd() : beginningOf(after),
  ].join('');
}

function endOf(before: string): string {
  const sentence = boundaries(before, 'sentence')[0];
  if (sentence !== undefined) return before.slice(sentence);
  const word = boundaries(before, 'word')[0] ?? before.length;
  return `…${before.slice(word).trimStart()}`;
}

function beginningOf(after: string): string {
  const sentence = boundaries(after, 'sentence').at(-1);
  if (sentence !== undefined) return after.slice(0, sentence).trimEnd();
  return `${after.slice(0, boundaries(after, 'word').at(-1) ?? 0).trimEnd()}…`;
}

/** Where sentences or words begin inside the text, without its own beginning. */
function boundaries(text: string, granularity: 'sentence' | 'word'): readonly number[] {
  const segments = new Intl.Segmenter('en', { granularity }).segment(text);
  return Array.from(segments, ({ index }) => index).filter((index) => index > 0);
}

interface PlainText {
  /** The text without its typography. */
  readonly letters: string;
  /** Where in the text a letter begins; undefined inside what one character became (the 2nd dot of an ellipsis). */
  readonly starts: readonly (number | undefined)[];
  /** Where in the text a letter ends; undefined likewise. */
  readonly ends: readonly (number | undefined)[];
}

/** White space, or one character with all that NFC could join to it: marks, and the parts of a Hangul syllable. */
const character = /\s+|[\u1100-\u11ff\uac00-\ud7a3][\u1100-\u11ff]*\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;

function plainText(text: string): PlainText {
  const letters: string[] = [];
  const starts: (number | undefined)[] = [];
  const ends: (number | undefined)[] = [];
  for (const { 0: found, index } of text.matchAll(character)) {
    const plain = plainCharacter(found);
    letters.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(unit === 0 ? index : undefined);
      ends.push(unit === plain.length - 1 ? index + found.length : undefined);
    }
  }
  return { letters: letters.join(''), starts, ends };
}

function plainCharacter(found: string): string {
  if (/^[!-~]$/u.test(found)) return found;
  if (/^\s/u.test(found)) return ' ';
  return found
    .normalize('NFC')
    .replaceAll(/[‘’‚‛‹›′]/gu, "'")
    .replaceAll(/[“”„‟«»″]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu, '-')
    .replaceAll('…', '...');
}

/** Length of the blocks into which a text is cut to find words in it: a word of twice that holds a whole one. */
const blockLength = 8;

/**
 * Finds all places of words in one text, each in time linear in the lengths of both and, unless the text
 * repeats itself, in no time: an occurrence holds a whole block of the text, and there its letters must be.
 */
function wordFinder(text: string): (word: string) => readonly number[] {
  const blocks = new Map<string, number[]>();
  for (let at = 0; at + blockLength <= text.length; at += blockLength) {
    const block = text.slice(at, at + blockLength);
    const places = blocks.get(block);
    if (places) places.push(at);
    else blocks.set(block, [at]);
  }
  return (word) => {
    const stretch = rarestStretch(word, blocks);
    // Where every block comes up everywhere, looking at all their places would take longer than reading once.
    if (stretch === null || stretch.places * word.length > text.length) return occurrences(text, word);
    const starts = stretch.offsets.flatMap((offset) => {
      const places = blocks.get(word.slice(offset, offset + blockLength)) ?? [];
      return places.map((place) => place - offset);
    });
    return starts.filter((start) => start >= 0 && text.startsWith(word, start)).toSorted((a, b) => a - b);
  };
}

/** Offsets in a word, one after another, of which one falls on the beginning of a block wherever the word occurs. */
interface Stretch {
  readonly offsets: readonly number[];
  /** How many places their blocks leave for the word. */
  readonly places: number;
}

/** The stretch that leaves fewest places; null for a word that may lie between the beginnings of blocks. */
function rarestStretch(word: string, blocks: ReadonlyMap<string, readonly number[]>): Stretch | null {
  let rarest: Stretch | null = null;
  for (let from = 0; from + 2 * blockLength - 1 <= word.length; from += blockLength) {
    const offsets = Array.from({ length: blockLength }, (_, index) => from + index);
    const places = offsets.reduce(
      (sum, offset) => sum + (blocks.get(word.slice(offset, offset + blockLength))?.length ?? 0),
      0,
    );
    if (rarest === null || places < rarest.places) rarest = { offsets, places };
    if (rarest.places <= 1) break;
  }
  return rarest;
}

/** All places of a word in a text, overlapping ones too (Knuth, Morris and Pratt, SIAM J. Comput. 6, 1977). */
function occurrences(text: string, word: string): readonly number[] {
  /** For each beginning of the word, the length of its longest proper end that is a beginning as well. */
  const borders = [0];
  const matchedAfter = (unit: string | undefined, matchedBefore: number): number => {
    let matched = matchedBefore;
    while (matched > 0 && word[matched] !== unit) matched = borders[matched - 1] ?? 0;
    return word[matched] === unit ? matched + 1 : 0;
  };
  for (let at = 1; at < word.length; at += 1) {
    borders.push(matchedAfter(word[at], borders[at - 1] ?? 0));
  }
  const found: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    matched = matchedAfter(text[at], matched);
    if (matched === word.length) found.push(at + 1 - matched);
  }
  return found;
}
