import { expect, it } from 'vitest';

import { articleTitle } from './article-title.ts';

it('lets the first words of an untitled article stand in, cut between words', () => {
  const text = `date 2026-01-28 ${'quietly working '.repeat(10)}`;
  const found = articleTitle({ title: null, text });
  expect(found?.standsIn).toBe(true);
  expect(found?.title).toMatch(/^quietly working .*(quietly|working)…$/);
  expect(articleTitle({ title: null, text: null })).toBeNull();
});
