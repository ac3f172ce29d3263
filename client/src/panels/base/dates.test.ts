import { expect, it } from 'vitest';

import { articleTitle } from './article-title.ts';
import { dateWords } from './dates.ts';

it.each([
  ['2026', '2026'],
  ['2026-01', 'Jan 2026'],
  ['2026-01-03', '3 Jan 2026'],
  ['2026-01-28T23:30:00-05:00', '28 Jan 2026'],
  ['this week', 'this week'],
])('writes %s as precisely as it is: %s', (date, words) => {
  expect(dateWords(date)).toBe(words);
});

it('lets the first words of an untitled article stand in, cut between words', () => {
  const text = `date 2026-01-28 ${'quietly working '.repeat(10)}`;
  const found = articleTitle({ title: null, text });
  expect(found?.standsIn).toBe(true);
  expect(found?.title).toMatch(/^quietly working .*(quietly|working)…$/);
  expect(articleTitle({ title: null, text: null })).toBeNull();
});
