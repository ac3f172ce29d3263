import { claimStatuses, type ClaimStatus } from '../../model/claim.ts';
import type { DateRange } from '../../model/partial-date.ts';
import type { StatusCount } from '../../model/relation.ts';
import { type TimeUnit, unitNumber, unitStart } from './time-unit.ts';

/** Claims of one time and one status. */
export interface CountedClaims {
  /** Both ends known; null for claims without a date. */
  readonly range: DateRange | null;
  readonly status: ClaimStatus | null;
  readonly count: number;
}

export interface Bucket {
  /** First and last day. */
  readonly start: string;
  readonly end: string;
  readonly count: number;
  /** In the order of `claimStatuses`, without a status last. */
  readonly statusCounts: readonly StatusCount[];
}

export interface Timeline {
  readonly buckets: readonly Bucket[];
  readonly undated: number;
  readonly spanning: number;
  readonly totalClaims: number;
}

/** Claims by the first and last unit that they cover. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly status: ClaimStatus | null;
  readonly count: number;
}

/** How many buckets of a unit it takes from the first claim to the last. */
export function bucketCount(claims: readonly CountedClaims[], unit: TimeUnit): number {
  const { first, last } = extentOf(spansOf(claims, unit));
  return Math.max(0, last - first + 1);
}

/** Counts claims by time: each in every unit that its range covers. */
export function timelineOf(claims: readonly CountedClaims[], unit: TimeUnit): Timeline {
  const spans = spansOf(claims, unit);
  const undated = sumOf(claims.filter(({ range }) => range === null));
  return {
    buckets: bucketsOf(spans, unit),
    undated,
    spanning: sumOf(spans.filter(({ first, last }) => first < last)),
    totalClaims: sumOf(claims),
  };
}

function spansOf(claims: readonly CountedClaims[], unit: TimeUnit): readonly Span[] {
  return claims.flatMap(({ range, status, count }) => {
    if (range === null) return [];
    return { first: unitNumber(range.min, unit), last: unitNumber(range.max, unit), status, count };
  });
}

function extentOf(spans: readonly Span[]): Pick<Span, 'first' | 'last'> {
  return spans.reduce(
    (extent, { first, last }) => ({
      first: Math.min(extent.first, first),
      last: Math.max(extent.last, last),
    }),
    { first: Infinity, last: -Infinity },
  );
}

function bucketsOf(spans: readonly Span[], unit: TimeUnit): readonly Bucket[] {
  if (spans.length === 0) return [];
  const { first, last } = extentOf(spans);
  const statuses = [...claimStatuses, null].map((status) => ({
    status,
    counts: countsOf(
      spans.filter((span) => span.status === status),
      { first, last },
    ),
  }));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const statusCounts = statuses
      .map(({ status, counts }) => ({ status, count: counts[index] ?? 0 }))
      .filter(({ count }) => count > 0);
    return {
      start: dayOf(unitStart(first + index, unit)),
      end: dayOf(unitStart(first + index + 1, unit) - 1),
      count: sumOf(statusCounts),
      statusCounts,
    };
  });
}

/** How many claims cover each unit: what begins in it comes to what went on before, less what ended. */
function countsOf(spans: readonly Span[], extent: Pick<Span, 'first' | 'last'>): readonly number[] {
  const changes = Array.from({ length: extent.last - extent.first + 2 }, () => 0);
  for (const { first, last, count } of spans) {
    changes[first - extent.first] = (changes[first - extent.first] ?? 0) + count;
    changes[last - extent.first + 1] = (changes[last - extent.first + 1] ?? 0) - count;
  }
  let running = 0;
  return changes.map((change) => (running += change));
}

function sumOf(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** First and last moment that a partial date can name; the first week of the year 0 begins before. */
const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

function dayOf(moment: number): string {
  return new Date(within({ min: FIRST, max: LAST }, moment)).toISOString().slice(0, 10);
}

function within({ min, max }: DateRange, moment: number): number {
  return Math.min(Math.max(moment, min), max);
}

/** A range cut to the part that days can name and, where there is one, to a period. What lies outside is moved to its nearest end. */
export function cutTo(period: DateRange | null, { min, max }: DateRange): DateRange {
  const cut = (moment: number): number =>
    within({ min: FIRST, max: LAST }, period === null ? moment : within(period, moment));
  const ends = [cut(min), cut(max)];
  // A claim may end before it begins; nobody checked graphs from elsewhere.
  return { min: Math.min(...ends), max: Math.max(...ends) };
}
