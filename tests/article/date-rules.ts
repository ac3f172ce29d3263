import type { LoadedClaim } from './loaded-graph.ts';

/** What is wrong with the dates of a claim, as sentences; empty when nothing is. */
export function datesAgainstRules(claim: LoadedClaim, publishedAt: string): readonly string[] {
  const { date, from, to } = claim.properties;
  const given = [date, from, to].filter((value) => value !== undefined && value !== null);
  const problems = given
    .filter((value) => !isPartialDate(value))
    .map((value) => `${JSON.stringify(value)} is no date`);
  if (date !== undefined && (from !== undefined || to !== undefined)) {
    problems.push('date stands beside from or to');
  }
  if (typeof from === 'string' && typeof to === 'string' && firstDay(from) > lastDay(to)) {
    problems.push('it ends before it begins');
  }
  const maySpeakOfLater = claim.status === 'planned' || claim.status === 'predicted';
  const later = given.some((value) => typeof value === 'string' && firstDay(value) > lastDay(publishedAt));
  if (later && !maySpeakOfLater) problems.push('it lies behind the day of publication');
  return problems.map((problem) => `${claim.id}: ${problem}`);
}

/** A year, a month or a day that exists. */
function isPartialDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return false;
  const day = new Date(`${firstDay(value)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function firstDay(partial: string): string {
  return `${partial}-01-01`.slice(0, 10);
}

/** Compares after every day of the interval, which is all that is asked of it. */
function lastDay(partial: string): string {
  return `${partial}-99-99`.slice(0, 10);
}
