import type { TextSpan } from '../../lib/quote-places.ts';
import type { Sentence } from './reading.ts';
import type { Word } from './tagger.ts';
import {
  bodyWords,
  calendarWords,
  companyWords,
  facilityWords,
  honorifics,
  nameParticles,
  namedOf,
  neverNames,
  placeWords,
  portfolios,
  titles,
} from './word-lists.ts';

/** A stretch of words that may be one name. */
export interface NameRun extends TextSpan {
  readonly words: readonly Word[];
  /** The words right before and behind, lower case; empty at the ends of the sentence. */
  readonly before: string;
  readonly after: string;
  /** The title in front of it: "Infrastructure Minister". */
  readonly title: Title | null;
}

export interface Title extends TextSpan {
  readonly text: string;
  /** A mere form of address: Captain, Mr. */
  readonly isHonorific: boolean;
}

/** Longest name, in words. */
const longestName = 8;

/** The names of a sentence, titles split off: "CIA Director John Ratcliffe" holds "CIA" and "John Ratcliffe". */
export function nameRuns(sentence: Sentence): readonly NameRun[] {
  const { words } = sentence;
  const runs: NameRun[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!beginsName(sentence, at)) continue;
    const end = endOfRun(sentence, at);
    runs.push(...split(words, at, end));
    at = end - 1;
  }
  return runs;
}

const lower = (word: Word | undefined): string => word?.text.toLowerCase() ?? '';

/** Capitalised, and not merely because a sentence or a quotation begins with it. */
function beginsName({ words }: Sentence, at: number): boolean {
  const word = words[at];
  // The tagger takes "Jan." and the answer "No." for abbreviations.
  const plain = lower(word).replace(/\.$/u, '');
  if (!word || !/^\p{Lu}/u.test(word.text) || calendarWords.has(plain)) return false;
  if (neverNames.has(plain) && !/^\p{Lu}{2,}$/u.test(word.text)) return false;
  if (/^I['’]?\w{0,2}$/u.test(word.text)) return false;
  const before = words[at - 1];
  const opens = !before || /^["“”‘'’:(\-–—•*]$/u.test(before.text);
  if (!opens) return true;
  if (/^(?:ADJ|ADP|ADV|DET|VERB|SCONJ|CCONJ|PRON)$/u.test(word.pos)) return false;
  return word.pos === 'PROPN' || goesOnAsName(words[at + 1]);
}

function goesOnAsName(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text) && !calendarWords.has(lower(word));
}

function endOfRun({ words }: Sentence, start: number): number {
  let end = start + 1;
  while (end < words.length && end - start < longestName) {
    const step = joins(words, start, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

/** How many words from `end` on belong to the name that began at `start`; 0 if it ends there. */
function joins(words: readonly Word[], start: number, end: number): number {
  const [last, word, next] = [words[end - 1], words[end], words[end + 1]];
  if (!last || !word) return 0;
  if (goesOnAsName(word)) return isJoined(last, word) ? 1 : 0;
  if (nameParticles.has(word.text) && goesOnAsName(next)) return 2;
  if (/^['’]$/u.test(word.text) && last.text.endsWith('s') && isBody(next)) return 2;
  // "the Creelmen's Association" is one name, "Orsland's Ministry" is not.
  if (/^['’]s$/u.test(word.text) && isBody(next) && lower(words[start - 1]) === 'the') return 2;
  if (word.text === '&' && goesOnAsName(next)) return 2;
  if (word.text === 'and' && goesOnAsName(next)) return joinsAnd(words, start, end) ? 2 : 0;
  if (word.text !== 'of') return 0;
  if (lower(last) === 'secretary' && lower(next) === 'state') return 2;
  const heads = [last, words[start]].map(lower);
  if (!heads.some((head) => namedOf.has(head))) return 0;
  if (goesOnAsName(next)) return 2;
  return next?.text === 'the' && goesOnAsName(words[end + 2]) ? 3 : 0;
}

/** "Fire and Rescue Service" is one body, "Orsland and Velmora" are two states. */
function joinsAnd(words: readonly Word[], start: number, end: number): boolean {
  if (/^(?:sons|co|company|daughters|brothers|partners)$/u.test(lower(words[end + 1]))) return true;
  if (words.slice(start, end).some((word) => isBody(word)) || lower(words[start - 1]) !== 'the') return false;
  let last = end + 1;
  while (goesOnAsName(words[last + 1])) last += 1;
  return last > end + 1 && isBody(words[last]);
}

/** Capitalised neighbours with nothing but a space or a hyphen between. */
function isJoined(last: Word, word: Word): boolean {
  return word.start - last.end <= 1;
}

function isBody(word: Word | undefined): boolean {
  return bodyWords.has(lower(word)) || companyWords.has(lower(word));
}

function split(words: readonly Word[], start: number, end: number): readonly NameRun[] {
  const title = titleIn(words, start, end);
  if (!title) return whole(words, { start, end }, titleBefore(words, start));
  const name = whole(words, { start: title.end, end }, textOfTitle(words, title.start, title.end));
  return [...whole(words, { start, end: title.start }, null), ...name];
}

/** Where the title in a run begins and ends, if a name follows it. */
function titleIn(words: readonly Word[], start: number, end: number): TextSpan | null {
  let last = -1;
  for (let at = start; at < end - 1; at += 1) if (titles.has(lower(words[at]).replace(/\.$/u, ''))) last = at;
  const lastOfRun = lower(words[end - 1]);
  if (last < 0 || bodyWords.has(lastOfRun) || facilityWords.has(lastOfRun) || placeWords.has(lastOfRun))
    return null;
  if (lower(words[last + 1]) === 'of') return titleWithOf(words, last, end);
  let first = last;
  while (first > start && (portfolios.has(lower(words[first - 1])) || titles.has(lower(words[first - 1]))))
    first -= 1;
  return { start: first, end: last + 1 };
}

/** "Secretary of State Imogen Farrance": what is left behind the second word is the name. */
function titleWithOf(words: readonly Word[], title: number, end: number): TextSpan | null {
  const after = title + 3;
  return after < end ? { start: title, end: after } : null;
}

/** "foreign minister Oyelaran Dessalvi": a title in small letters. */
function titleBefore(words: readonly Word[], start: number): Title | null {
  if (!titles.has(lower(words[start - 1]))) return null;
  let first = start - 1;
  while (first > 0 && (portfolios.has(lower(words[first - 1])) || titles.has(lower(words[first - 1]))))
    first -= 1;
  return textOfTitle(words, first, start);
}

function textOfTitle(words: readonly Word[], start: number, end: number): Title | null {
  const used = words.slice(start, end);
  const [first, last] = [used[0], used.at(-1)];
  if (!first || !last) return null;
  const isHonorific = used.every((word) => honorifics.has(lower(word).replace(/\.$/u, '')));
  return { start: first.start, end: last.end, text: used.map(({ text }) => text).join(' '), isHonorific };
}

function whole(words: readonly Word[], span: TextSpan, title: Title | null): readonly NameRun[] {
  const { start } = span;
  let { end } = span;
  // A title that nobody's name follows is an office, not a name.
  if (titles.has(lower(words[start])) && (end - start === 1 || lower(words[start + 1]) === 'of')) return [];
  while (end > start && words[end - 1]?.pos === 'PUNCT') end -= 1;
  const used = words.slice(start, end);
  const [first, last] = [used[0], used.at(-1)];
  if (!first || !last) return [];
  return [
    {
      ...partOfCompound(first, last),
      words: used,
      before: lower(words[start - 1]),
      after: lower(words[end]),
      title,
    },
  ];
}

/** The name inside of "post-Maduro", "US-backed". */
function partOfCompound(first: Word, last: Word): TextSpan {
  const prefix = /^(?:post|pro|anti|ex|non|pre)-(?=\p{Lu})/iu.exec(first.text)?.[0].length ?? 0;
  const suffix = /(?<=\p{L})-(?:\p{Ll}+)$/u.exec(last.text)?.[0].length ?? 0;
  return { start: first.start + prefix, end: last.end - suffix };
}
