import { expect, it } from 'vitest';

import { dateWords } from './date-words.ts';
import { steps } from './steps.ts';

it.each([
  ['2026', '2026'],
  ['2026-01', 'Jan 2026'],
  ['2026-01-03', '3 Jan 2026'],
  ['2026-01-28T23:30:00-05:00', '28 Jan 2026'],
  ['this week', 'this week'],
])('writes %s as precisely as it is: %s', (date, words) => {
  expect(dateWords(date)).toBe(words);
});

it('names an article without a title by the same date as everything else does', () => {
  expect(steps.untitled({ publisher: 'CNN', publishedAt: '2026-01-27' })).toBe(
    'the CNN article of 27 Jan 2026',
  );
});
