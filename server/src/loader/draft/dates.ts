import * as chrono from 'chrono-node';

import { parsePartialDate } from '../../model/partial-date.ts';
import type { FoundDate } from './proposal.ts';
import type { Reading, Sentence } from './reading.ts';

/** A date or a stretch of time at the precision of its words. */
type DateValue = Pick<FoundDate, 'date' | 'from' | 'to' | 'unsure'>;

/** The dates of a text, relative ones counted from the day of publication (YYYY-MM-DD). */
export function datesIn(reading: Reading, publishedAt: string): readonly FoundDate[] {
  const published = dayOf(publishedAt);
  if (published === null) return [];
  return reading.sentences.flatMap((sentence, index) =>
    datesOfSentence(reading, { sentence, index, published }),
  );
}

interface DatedSentence {
  readonly sentence: Sentence;
  readonly index: number;
  readonly published: Date;
}

function datesOfSentence(
  reading: Reading,
  { sentence, index, published }: DatedSentence,
): readonly FoundDate[] {
  const text = reading.text.slice(sentence.start, sentence.end);
  if (!mayHoldDate.test(text)) return [];
  const found = [...written(text, published), ...years(text)];
  return found
    .filter((one, at) => !found.some((other, before) => before < at && meets(one, other)))
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, words, value }) => ({
      ...value,
      start: sentence.start + start,
      end: sentence.start + start + words.length,
      text: words,
      sentence: index,
    }));
}

/** Without one of these there is no date, and the parser need not look. */
const mayHoldDate =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:today|yesterday|tomorrow|tonight|week|month|year)\b/iu;

interface Found {
  readonly start: number;
  readonly words: string;
  readonly value: DateValue;
}

const meets = (a: Found, b: Found): boolean =>
  a.start < b.start + b.words.length && b.start < a.start + a.words.length;

const point = (date: string, unsure: string | null = null): DateValue => ({
  date,
  from: null,
  to: null,
  unsure,
});

/** What chrono-node reads, at the precision that the words have. */
function written(text: string, published: Date): readonly Found[] {
  return chrono.parse(text, published, { forwardDate: false }).flatMap((result): Found[] => {
    const { start, end } = result;
    const votes = start.isCertain('hour') ? (countOfVotes.exec(result.text)?.[0].length ?? 0) : 0;
    const index = result.index + votes;
    const words = result.text.slice(votes).replace(/[\s,;:]+$/u, '');
    const isAhead = ahead.test(text.slice(Math.max(0, index - 80), index));
    const first = valueOf(words, start, { published, isAhead });
    if (first === null) return [];
    const last = end ? valueOf(words, end, { published, isAhead }) : null;
    const value: DateValue =
      last?.date && first.date && last.date !== first.date
        ? { date: null, from: first.date, to: last.date, unsure: first.unsure }
        : first;
    const between = /\bbetween (\w+) and $/iu.exec(text.slice(0, index));
    const month = between ? monthOf(between[1] ?? '') : null;
    if (between && month !== null && value.date) {
      const from = `${value.date.slice(0, 4)}-${month}`;
      return [
        {
          start: between.index,
          words: `${between[0]}${words}`,
          value: { ...value, date: null, from, to: value.date },
        },
      ];
    }
    return [{ start: index, words, value: bounded(value, text.slice(0, index)) }];
  });
}

/** "voted 14 to 9 on Monday", which chrono-node takes for hours. */
const countOfVotes = /^\d+ ?(?:to|-|–) ?\d+ (?:on )?(?=\p{L})/u;

/** What is to come, with nothing but words up to the date. */
const ahead =
  /\b(?:will|would|(?:plan|intend|mean|want|hope|due|set|is|are)s? to|(?:expected|going|likely) to)\b[^,;:."”]*$/iu;

interface Now {
  readonly published: Date;
  readonly isAhead: boolean;
}

/** "since June" begins then, "until Friday" ends. */
function bounded(value: DateValue, before: string): DateValue {
  const word = /\b(since|from|until|till)\s+(?:the\s+)?$/iu.exec(before)?.[1]?.toLowerCase();
  if (word === undefined || value.date === null) return value;
  const { date, unsure } = value;
  return word === 'since' || word === 'from'
    ? { date: null, from: date, to: null, unsure }
    : { date: null, from: null, to: date, unsure };
}

/** Null for what is no date: "now", a time of day, "four months after". */
function valueOf(words: string, at: chrono.ParsedComponents, { published, isAhead }: Now): DateValue | null {
  const relative = words.toLowerCase();
  if (
    /^(?:now|tonight|this (?:morning|afternoon|evening)|second)$/u.test(relative) ||
    /\b(?:after|before|later|earlier|minutes?|hours?|seconds?)\b/u.test(relative)
  )
    return null;
  const week = /\b(this|last|past|previous|next|coming)\s+week\b/u.exec(relative)?.[1];
  if (week !== undefined) return weekOf(week, published);
  const isWeekdayAlone =
    at.isCertain('weekday') && !at.isCertain('day') && !/\b(?:last|next)\b/u.test(relative);
  if (isWeekdayAlone) return weekday(at.get('weekday') ?? 0, { published, isAhead });
  const hasDay = at.isCertain('day') || at.isCertain('weekday');
  if (!hasDay && !at.isCertain('month'))
    return at.isCertain('year') ? existing(iso(at.get('year')), null) : null;
  const rest = [at.get('month'), ...(hasDay ? [at.get('day')] : [])];
  const isYearGiven = at.isCertain('year') || at.isCertain('weekday');
  if (isYearGiven) return existing(iso(at.get('year'), ...rest), null);
  const year = published.getFullYear();
  const today = iso(year, published.getMonth() + 1, ...(hasDay ? [published.getDate()] : []));
  const here = iso(year, ...rest);
  const nearest = isAhead ? (here < today ? year + 1 : year) : here > today ? year - 1 : year;
  const way = isAhead ? 'the next one, since the sentence tells what is to come' : 'the last one';
  return existing(iso(nearest, ...rest), `the year is not printed: ${way}`);
}

function existing(date: string, unsure: string | null): DateValue | null {
  return parsePartialDate(date) === null ? null : point(date, unsure);
}

function weekOf(word: string, published: Date): DateValue {
  const monday = shifted(published, -((published.getDay() + 6) % 7));
  if (word === 'this') return { date: null, from: isoDay(monday), to: isoDay(published), unsure: null };
  const begin = shifted(monday, word === 'next' || word === 'coming' ? 7 : -7);
  return { date: null, from: isoDay(begin), to: isoDay(shifted(begin, 6)), unsure: null };
}

/** The last one; the next one where the sentence tells what is to come. */
function weekday(day: number, { published, isAhead }: Now): DateValue {
  const back = (published.getDay() - day + 7) % 7;
  if (!isAhead || back === 0) return point(isoDay(shifted(published, -back)));
  return point(
    isoDay(shifted(published, 7 - back)),
    'the next one, since the sentence tells what is to come',
  );
}

/** "since 2022", "in 2034", "between 2014 and 2016", which chrono-node passes over. */
function years(text: string): readonly Found[] {
  const pattern =
    /\b(?:(since|from|after|until|till|between|by|before|in|of|during|early|late|mid)[- ](?:the (?:end|beginning|start) of )?)((?:19|20)\d\d)\b(?:\s*(?:to|and|until|–|-)\s*((?:19|20)\d\d)\b)?/giu;
  return Array.from(text.matchAll(pattern), ({ 0: words, 1: word = '', 2: first = '', 3: last, index }) => {
    const start = index + words.indexOf(first);
    return {
      start,
      words: words.slice(words.indexOf(first)),
      value: yearValue(word.toLowerCase(), first, last),
    };
  });
}

function yearValue(word: string, first: string, last: string | undefined): DateValue {
  if (last !== undefined) return { date: null, from: first, to: last, unsure: null };
  if (word === 'since' || word === 'from' || word === 'after')
    return { date: null, from: first, to: null, unsure: null };
  if (word === 'until' || word === 'till') return { date: null, from: null, to: first, unsure: null };
  return point(first);
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function monthOf(name: string): string | null {
  const index = monthNames.indexOf(name.toLowerCase().slice(0, 3));
  return index < 0 ? null : String(index + 1).padStart(2, '0');
}

/** Noon of that day: chrono-node counts in local time, and no shift of the clock reaches it. */
function dayOf(publishedAt: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(publishedAt) ?? [];
  return day === undefined ? null : new Date(Number(year), Number(month) - 1, Number(day), 12);
}

function shifted(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12);
}

const isoDay = (date: Date): string => iso(date.getFullYear(), date.getMonth() + 1, date.getDate());

function iso(...parts: readonly (number | null)[]): string {
  return parts.map((part, index) => String(part ?? 0).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
