import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { earliest, latest, parsePartialDate, rangesMeet, validRange } from './partial-date.ts';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const undated = { date: null, from: null, to: null };

describe('partial dates', () => {
  it.each([
    ['2026', day('2026-01-01'), day('2027-01-01') - 1],
    ['2026-02', day('2026-02-01'), day('2026-03-01') - 1],
    ['2024-02-29', day('2024-02-29'), day('2024-03-01') - 1],
    [
      '0000-02-29',
      Date.UTC(-400, 1, 29) + 146_097 * 86_400_000,
      Date.UTC(-400, 2, 1) + 146_097 * 86_400_000 - 1,
    ],
    ['9999-12', day('9999-12-01'), day('9999-12-31') + 86_399_999],
    ['2026-01-28T10:30:05.5Z', Date.UTC(2026, 0, 28, 10, 30, 5, 500), Date.UTC(2026, 0, 28, 10, 30, 5, 500)],
    ['2026-01-28T10:30:00+02:00', Date.parse('2026-01-28T08:30:00Z'), Date.parse('2026-01-28T08:30:00Z')],
  ])('%s is a whole interval', (text, min, max) => {
    expect(parsePartialDate(text)).toEqual({ text, min, max });
  });

  it.each([
    '',
    '2026-13',
    '2026-02-30',
    '1900-02-29',
    '2026-00',
    '2026-04-31',
    '26',
    '2026/2027',
    '2026-1',
    'Tuesday',
    '2026-01-28T10:30',
    '2026-01-28T25:00Z',
    '2026-02-29T10:00Z',
    '2026-01-28T10:30+15:00',
    '2026-01-28T10:30:00.1234Z',
    ' 2026',
    '2026\n',
    '٢٠٢٦',
  ])('refuses %j', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  it('agrees with the calendar on every day there is', () => {
    const days = fc.date({ min: new Date('1583-01-01'), max: new Date('9998-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(parsePartialDate(text)).toEqual({ text, min: day(text), max: day(text) + 86_399_999 });
      }),
    );
  });

  it('agrees with the calendar on which days there are', () => {
    const numbers = fc.tuple(fc.nat(9999), fc.nat(13), fc.nat(32));
    fc.assert(
      fc.property(numbers, ([year, month, date]) => {
        const text = [
          String(year).padStart(4, '0'),
          ...[month, date].map((n) => String(n).padStart(2, '0')),
        ].join('-');
        const moment = new Date(0);
        moment.setUTCFullYear(year, month - 1, date);
        expect(parsePartialDate(text) !== null).toBe(moment.toISOString().startsWith(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves the missing end of a range open', () => {
    expect(validRange({ ...undated, from: '2026-01' })).toEqual({ min: day('2026-01-01'), max: Infinity });
    expect(validRange({ ...undated, to: '2026' })).toEqual({ min: -Infinity, max: day('2027-01-01') - 1 });
    expect(validRange(undated)).toBeNull();
  });

  it('ranges meet where they touch, and what is undated meets everything', () => {
    const january = validRange({ ...undated, date: '2026-01' });
    expect(rangesMeet(january, validRange({ ...undated, date: '2026-01-31' }))).toBe(true);
    expect(rangesMeet(january, validRange({ ...undated, date: '2026-02' }))).toBe(false);
    expect(rangesMeet(january, validRange({ ...undated, from: '2025' }))).toBe(true);
    expect(rangesMeet(january, null)).toBe(true);
  });

  it('finds the earliest beginning and the latest end', () => {
    const dates = ['2026-01', 'soon', '2026-01-03', '2025-12-31'];
    expect(earliest(dates)).toBe('2025-12-31');
    expect(latest(dates)).toBe('2026-01');
    expect(earliest(['soon'])).toBeNull();
  });
});
