import type { TextSpan } from '../../lib/quote-places.ts';
import type { Sentence } from './reading.ts';
import type { Word } from './tagger.ts';
import {
  eventNouns,
  facilityNouns,
  groupNouns,
  measureNouns,
  sourceNouns,
  speechVerbs,
} from './word-lists.ts';

/** A noun with what belongs to it, without a name of its own: "a former US official", "the annex". */
export interface Phrase extends TextSpan {
  /** The noun itself. */
  readonly head: TextSpan;
  /** "the source": one that was named before. */
  readonly isDefinite: boolean;
  /** Without the article, one space between the words. */
  readonly text: string;
  /** The same without what follows the noun. */
  readonly core: string;
  readonly type: string;
  readonly isSource: boolean;
  readonly isPlural: boolean;
  readonly sentence: number;
}

const modifierTags = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM']);
const anonymous = /^(?:unnamed|anonymous|unidentified)$/iu;
const attitudes = /^(?:believe|expect|fear|hope|think)$/u;

/** Noun phrases that may stand for somebody or something, in the order of the sentence. */
export function phrasesIn(
  sentence: Sentence,
  index: number,
  isName: (word: Word) => boolean,
): readonly Phrase[] {
  if (sentence.isHeading) return [];
  const { words } = sentence;
  const found: Phrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const head = words[at];
    if (!head || isName(head) || !isHead(words, at)) continue;
    if (head.start < (found.at(-1)?.end ?? 0)) continue;
    const phrase = phraseAt(words, at, { sentence: index, isName });
    if (phrase) found.push(phrase);
  }
  return found;
}

interface Place {
  readonly sentence: number;
  readonly isName: (word: Word) => boolean;
}

const lower = (word: Word | undefined): string => word?.text.toLowerCase() ?? '';

/** The last noun of its row, so that "embassy staff" is no embassy. */
function isHead(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || (word.pos !== 'NOUN' && word.pos !== 'PROPN')) return false;
  const next = words[at + 1];
  return next?.pos !== 'NOUN' && !/^['’]s?$/u.test(next?.text ?? '');
}

function phraseAt(words: readonly Word[], at: number, place: Place): Phrase | null {
  const noun = lower(words[at]);
  const first = firstOf(words, at);
  const last = lastOf(words, at, place);
  const [begin, head, end] = [words[first], words[at], words[last]];
  if (!begin || !head || !end) return null;
  const modifiers = words.slice(first, at);
  const from = first < at && /^(?:one|another)$/u.test(lower(begin)) ? first + 1 : first;
  const type = typeOf(noun, words[at], modifiers);
  const isSource = sourceNouns.has(noun) && speaks(words, { first, at, last }, place);
  if (type === null && !isSource) return null;
  const opens = first === 0 && (sourceNouns.has(lower(begin)) || groupNouns.has(lower(begin)));
  const text = (from: number, to: number): string =>
    words
      .slice(from, to + 1)
      .map((word) => (opens && word === begin ? { ...word, text: lower(word) } : word))
      .map((word, index) =>
        index > 0 && word.start > (words[from + index - 1]?.end ?? 0) ? ` ${word.text}` : word.text,
      )
      .join('');
  const isPlural = noun.endsWith('s') || noun === 'people';
  return {
    start: begin.start,
    end: end.end,
    head: { start: head.start, end: head.end },
    isDefinite: lower(words[first - 1]) === 'the',
    text: text(from, last),
    core: text(from, at),
    type: isSource ? (isPlural ? 'Group' : 'Person') : (type ?? 'Topic'),
    isSource,
    isPlural,
    sentence: place.sentence,
  };
}

function typeOf(noun: string, head: Word | undefined, modifiers: readonly Word[]): string | null {
  if (groupNouns.has(noun) && modifiers.length > 0) return 'Group';
  if (modifiers.length === 0) return null;
  const singular = head?.lemma ?? noun;
  if (facilityNouns.has(noun) || facilityNouns.has(singular)) return 'Facility';
  // A happening without anything that tells which one is no entity.
  if (!modifiers.some((word) => word.pos === 'PROPN' || word.pos === 'NOUN')) return null;
  if (measureNouns.has(noun)) return 'Measure';
  return eventNouns.has(noun) ? 'Event' : null;
}

function firstOf(words: readonly Word[], at: number): number {
  let first = at;
  for (let before = words[first - 1]; before && modifierTags.has(before.pos); before = words[first - 1])
    first -= 1;
  return first;
}

/** "familiar with the inquiry", "close to X", "of the authority": at most five words more. */
function lastOf(words: readonly Word[], at: number, { isName }: Place): number {
  if (!sourceNouns.has(lower(words[at]))) return at;
  let end = at + 1;
  const next = lower(words[end]);
  if (next === 'familiar' || next === 'close' || next === 'briefed') end += 2;
  else if (next === 'of' || next === 'in' || next === 'for' || next === 'at') end += 1;
  else return at;
  if (words[end]?.pos === 'DET') end += 1;
  const begin = end;
  while (
    end < begin + 3 &&
    words[end] &&
    (modifierTags.has(words[end]?.pos ?? '') || isName(words[end] as Word))
  )
    end += 1;
  return end > begin ? end - 1 : at;
}

interface Extent {
  readonly first: number;
  readonly at: number;
  readonly last: number;
}

/** It is quoted, and nobody's name is put to it. */
function speaks(words: readonly Word[], { first, at, last }: Extent, { isName }: Place): boolean {
  if (at > 0 && words[first]?.start === words[0]?.start && words[at + 1]?.text === ':') return true;
  if (at === 0 && words[1]?.text === ':') return true;
  const next = words[last + 1];
  if (next && isName(next)) return false;
  const second = words[last + 2];
  if (next?.text === ',' && second && isName(second)) return false;
  const isVague = words.slice(first, at).some((word) => anonymous.test(word.text));
  if (isVague) return true;
  const before = words.slice(Math.max(0, first - 3), first).map(lower);
  if (before.includes('according')) return true;
  return saysNext(words, last + 1) || isInverted(words, first);
}

/** A verb of speech follows, adverbs and a clause between commas passed over. */
function saysNext(words: readonly Word[], from: number): boolean {
  let at = from;
  if (words[at]?.text === ',') {
    const close = words.findIndex((word, index) => index > from && word.text === ',');
    if (close < 0 || close - from > 10) return false;
    at = close + 1;
  }
  for (let steps = 0; steps < 4; steps += 1, at += 1) {
    const word = words[at];
    if (!word || word.pos === 'PUNCT' || word.pos === 'ADP') return false;
    if (word.pos === 'VERB') return speechVerbs.has(word.lemma) || attitudes.test(word.lemma);
  }
  return false;
}

/** ", said a former official": behind a quotation the verb comes first. */
function isInverted(words: readonly Word[], first: number): boolean {
  const verb = words.slice(Math.max(0, first - 2), first).find(({ pos }) => pos === 'VERB');
  const before = verb ? words[words.indexOf(verb) - 1] : undefined;
  return verb !== undefined && speechVerbs.has(verb.lemma) && /^[,"”]$/u.test(before?.text ?? '');
}
