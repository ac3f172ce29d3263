import { type DateRange, parsePartialDate } from '../../model/partial-date.ts';
import { requestError } from './errors.ts';

/** The dates of a filter: each names its whole interval, and the ends of a period belong to it. */
export interface DateBounds {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly publishedFrom?: string | null;
  readonly publishedTo?: string | null;
}

/** The asked period, open at an end that is not given; null if neither is. Throws BAD_USER_INPUT where it ends before it begins. */
export function periodOf(
  bounds: DateBounds | null | undefined,
  clock: 'valid' | 'published',
): DateRange | null {
  const first = bounds?.[`${clock}From`] ?? null;
  const last = bounds?.[`${clock}To`] ?? null;
  if (first === null && last === null) return null;
  const min = parsePartialDate(first ?? '')?.min ?? -Infinity;
  const max = parsePartialDate(last ?? '')?.max ?? Infinity;
  if (min <= max) return { min, max };
  throw requestError(
    'BAD_USER_INPUT',
    `${clock}To is ${last}, which is before ${clock}From, ${first}. Exchange them.`,
  );
}
