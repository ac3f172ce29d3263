export const timeUnits = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

/** Calendar units in UTC, the finest first; weeks begin on Monday. All times are milliseconds. */
export type TimeUnit = (typeof timeUnits)[number];

const DAY = 86_400_000;
const months = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
/** 1970-01-01 was a Thursday. */
const MONDAY = -3 * DAY;

/** How many units lie between 1970 and the beginning of the one in which a moment is. */
export function unitNumber(moment: number, unit: TimeUnit): number {
  if (unit === 'DAY') return Math.floor(moment / DAY);
  if (unit === 'WEEK') return Math.floor((moment - MONDAY) / (7 * DAY));
  const date = new Date(moment);
  return Math.floor(((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()) / months[unit]);
}

/** The first moment of the unit with this number. */
export function unitStart(number: number, unit: TimeUnit): number {
  if (unit === 'DAY') return number * DAY;
  if (unit === 'WEEK') return MONDAY + number * 7 * DAY;
  return Date.UTC(1970, number * months[unit], 1);
}
