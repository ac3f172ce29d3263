import { type DateRange, partialDatePattern } from '../../model/partial-date.ts';
import type { ParameterValue } from '../../store/values.ts';
import type { GraphForm } from './graph-form.ts';

/**
 * The valid time of claims in statements: what `validRange` and `validStart` of the model say, in Cypher.
 * No store can read all dates itself: one knows no parts of a year, the other no milliseconds.
 */

/** The beginning and the end of the valid time of the claim `c`, as stored; null for one that is no date. Written once for both: engines read every letter of a statement each time. */
const ends = (g: GraphForm): string =>
  `[text IN CASE WHEN ${g.dateText('c.date')} =~ '(?s).+' THEN [${g.dateText('c.date')}, ${g.dateText('c.date')}] ELSE [${g.dateText('c.from')}, ${g.dateText('c.to')}] END | CASE WHEN text =~ '${partialDatePattern}' THEN text END]`;

/** A date without its zone, filled up to the millisecond. */
const local = (date: string): string =>
  `head([l IN [CASE WHEN size(${date}) <= 10 THEN ${date} WHEN ${date} ENDS WITH 'Z' THEN left(${date}, size(${date}) - 1) ELSE left(${date}, size(${date}) - 6) END] |
        l + substring('0000-01-01T00:00:00.000', size(l))])`;

/** How many minutes its zone is ahead. */
const zone = (date: string): string =>
  `CASE WHEN size(${date}) <= 10 OR ${date} ENDS WITH 'Z' THEN 0
        ELSE CASE left(right(${date}, 6), 1) WHEN '-' THEN -1 ELSE 1 END * (60 * toInteger(left(right(${date}, 5), 2)) + toInteger(right(${date}, 2))) END`;

/** The first millisecond of a date: days are counted from March of 400 years before, so that leap days come last and no division is of less than nothing. */
const firstMoment = (date: string): string => `head([d IN [${local(date)}] |
      head([month IN [toInteger(substring(d, 5, 2))] | head([year IN [toInteger(left(d, 4)) + CASE WHEN month < 3 THEN 399 ELSE 400 END] |
        ((365 * year + year / 4 - year / 100 + year / 400 + (153 * ((month + 9) % 12) + 2) / 5 + toInteger(substring(d, 8, 2)) - 865566) * 1440
          + 60 * toInteger(substring(d, 11, 2)) + toInteger(substring(d, 14, 2)) - ${zone(date)}) * 60000
          + 1000 * toInteger(substring(d, 17, 2)) + toInteger(substring(d, 20, 3))])])])`;

/** A part of statements: the first millisecond of the valid time of the claim `c`, as `validStart` gives it; null if it has none. */
export const validStartOfClaim = (g: GraphForm): string =>
  `head([date IN ${ends(g)} WHERE date IS NOT NULL | ${firstMoment('date')}])`;

/** A part of statements: whether the valid time of the claim `c` meets the period in `$filter.valid`; null lets all pass. */
export const meetsValidPeriod = (
  g: GraphForm,
): string => `($filter.valid IS NULL OR head([ends IN [${ends(g)}] | head([moments IN [[date IN ends | CASE WHEN size(date) > 10 THEN ${firstMoment('date')} END]] |
      (ends[0] IS NOT NULL OR ends[1] IS NOT NULL)
      AND coalesce(CASE WHEN size(ends[0]) <= 10 THEN ends[0] <= $filter.valid.toText ELSE moments[0] <= $filter.valid.to END, true)
      AND coalesce(CASE WHEN size(ends[1]) <= 10 THEN ends[1] + '~' >= $filter.valid.fromText ELSE moments[1] >= $filter.valid.from END, true)])]))`;

/** `$filter.valid` of a period. */
export function periodParameter(period: DateRange | null): ParameterValue {
  if (period === null) return null;
  const from = Math.max(period.min, -BEYOND_DATES);
  const to = Math.min(period.max, BEYOND_DATES);
  return { from, to, fromText: textOfMoment(from), toText: textOfMoment(to) };
}

/** Milliseconds to either side of 1970 that no date reaches. */
const BEYOND_DATES = 9e15;
const YEAR_0 = Date.parse('0000-01-01T00:00:00.000Z');
const YEAR_10000 = Date.parse('+010000-01-01T00:00:00.000Z');

/** A text that years, months and days stand before or behind, letter by letter, as they do before or behind the moment. */
function textOfMoment(moment: number): string {
  if (moment < YEAR_0) return '';
  return moment < YEAR_10000 ? new Date(moment).toISOString() : '~';
}
