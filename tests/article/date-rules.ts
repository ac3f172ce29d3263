import { parsePartialDate } from '../../server/src/model/partial-date.ts';
import type { LoadedClaim } from './loaded-graph.ts';

/** What is wrong with the dates of a claim, as sentences; empty when nothing is. */
export function datesAgainstRules(claim: LoadedClaim, publishedAt: string): readonly string[] {
  const { date, from, to } = claim.properties;
  const [point, first, last] = [date, from, to].map((value) =>
    typeof value === 'string' ? parsePartialDate(value) : null,
  );
  const given = [date, from, to].filter((value) => value !== undefined && value !== null);
  const readable = [point, first, last].filter((value) => value !== undefined && value !== null);
  const publication = parsePartialDate(publishedAt);
  const problems: string[] = [];
  if (readable.length < given.length) problems.push(`one of ${JSON.stringify(given)} is no date`);
  if (point && given.length > 1) problems.push('date stands beside from or to');
  if (first && last && first.min > last.max) problems.push('it ends before it begins');
  const maySpeakOfLater = claim.status === 'planned' || claim.status === 'predicted';
  const later = readable.some(({ min }) => publication === null || min > publication.max);
  if (later && !maySpeakOfLater) problems.push('it lies behind the day of publication');
  return problems.map((problem) => `${claim.id}: ${problem}`);
}
