import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { claimStatuses } from '../../model/claim.ts';
import { parsePartialDate } from '../../model/partial-date.ts';
import { bucketCount, type CountedClaims, cutTo, timelineOf } from './buckets.ts';
import { timeUnits, unitNumber, unitStart } from './time-unit.ts';

const DAY = 86_400_000;
const moment = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2026-03-31') });
const anyMoment = fc.integer({ min: Date.parse('0000-01-01'), max: Date.parse('9999-12-31') });
const unit = fc.constantFrom(...timeUnits);
const claims: fc.Arbitrary<readonly CountedClaims[]> = fc.array(
  fc.record({
    range: fc.option(
      fc.tuple(moment, fc.nat(40 * DAY)).map(([min, length]) => ({ min, max: min + length })),
      { freq: 4 },
    ),
    status: fc.constantFrom(...claimStatuses, null),
    count: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 12 },
);
const sum = (counted: readonly { readonly count: number }[]) =>
  counted.reduce((all, { count }) => all + count, 0);
const during = (text: string) => parsePartialDate(text);

describe('calendar units', () => {
  it('hold each moment from their start to the start of the next', () => {
    fc.assert(
      fc.property(anyMoment, unit, (time, one) => {
        const number = unitNumber(time, one);
        expect(unitStart(number, one)).toBeLessThanOrEqual(time);
        expect(unitStart(number + 1, one)).toBeGreaterThan(time);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['WEEK', '2026-01-01', '2025-12-29'],
    ['WEEK', '2024-12-30', '2024-12-30'],
    ['WEEK', '2027-01-03', '2026-12-28'],
    ['QUARTER', '2026-06-30', '2026-04-01'],
    ['MONTH', '0001-02-03', '0001-02-01'],
    ['YEAR', '0099-12-31', '0099-01-01'],
  ] as const)('the %s of %s begins on %s', (one, day, first) => {
    expect(new Date(unitStart(unitNumber(Date.parse(day), one), one)).toISOString()).toBe(
      `${first}T00:00:00.000Z`,
    );
  });
});

describe('a timeline', () => {
  it('has buckets without gaps, in which every dated claim is counted where its range is', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom('WEEK', 'MONTH', 'QUARTER', 'YEAR', 'DAY'), (all, one) => {
        const { buckets, undated, spanning, totalClaims } = timelineOf(all, one);
        const dated = all.filter(({ range }) => range !== null);
        expect(totalClaims).toBe(sum(all));
        expect(undated).toBe(sum(all) - sum(dated));
        expect(buckets).toHaveLength(bucketCount(all, one));
        expect(buckets.at(0)?.count ?? 1).toBeGreaterThan(0);
        expect(buckets.at(-1)?.count ?? 1).toBeGreaterThan(0);
        let next: number | null = null;
        let counted = 0;
        for (const bucket of buckets) {
          const [start, end] = [Date.parse(bucket.start), Date.parse(bucket.end) + DAY];
          expect(start).toBe(next ?? start);
          next = end;
          const inside = dated.filter(({ range }) => range !== null && range.min < end && range.max >= start);
          expect(bucket.count).toBe(sum(inside));
          for (const { status, count } of bucket.statusCounts) {
            expect(count).toBe(sum(inside.filter((claim) => claim.status === status)));
          }
          expect(sum(bucket.statusCounts)).toBe(bucket.count);
          counted += bucket.count;
        }
        expect(counted).toBeGreaterThanOrEqual(sum(dated) + spanning);
        expect(counted === sum(dated)).toBe(spanning === 0);
      }),
    );
  });

  it('of years with one claim at each end has the empty ones between', () => {
    const at = (text: string) => ({ range: during(text), status: null, count: 1 });
    expect(timelineOf([at('2024'), at('2026-05')], 'YEAR').buckets).toEqual([
      { start: '2024-01-01', end: '2024-12-31', count: 1, statusCounts: [{ status: null, count: 1 }] },
      { start: '2025-01-01', end: '2025-12-31', count: 0, statusCounts: [] },
      { start: '2026-01-01', end: '2026-12-31', count: 1, statusCounts: [{ status: null, count: 1 }] },
    ]);
  });

  it('begins and ends on days that have a name, also in the first week of the year 0 and after 9999', () => {
    const late = cutTo(null, {
      min: Date.parse('9999-12-31T23:00:00-05:00'),
      max: Date.parse('+010000-01-01'),
    });
    const early = cutTo(null, { min: Date.parse('0000-01-01'), max: Date.parse('0000-01-01') });
    const ends = [late, early].map(
      (range) => timelineOf([{ range, status: null, count: 1 }], 'WEEK').buckets,
    );
    expect(ends.map(([bucket]) => [bucket?.start, bucket?.end])).toEqual([
      ['9999-12-27', '9999-12-31'],
      ['0000-01-01', '0000-01-02'],
    ]);
  });

  it('cuts ranges to a period, and moves what lies outside to its nearest end', () => {
    const period = { min: 10, max: 20 };
    expect(cutTo(period, { min: 5, max: 15 })).toEqual({ min: 10, max: 15 });
    expect(cutTo(period, { min: 1, max: 2 })).toEqual({ min: 10, max: 10 });
    expect(cutTo({ min: -Infinity, max: 20 }, { min: 30, max: 15 })).toEqual({ min: 15, max: 20 });
  });
});
