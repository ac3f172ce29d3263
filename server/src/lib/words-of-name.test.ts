import { expect, test } from 'vitest';

import { captionOfName, titleOfName } from './words-of-name.ts';

test.each([
  ['ACTED_IN', 'acted in'],
  ['actedIn', 'acted in'],
  ['is-part-of', 'is part of'],
  ['USState', 'US state'],
  ['Level2Area', 'level2 area'],
  ['ПОДДЕРЖИВАЕТ', 'поддерживает'],
  ['_', '_'],
  ['', ''],
])('%s reads "%s"', (name, caption) => {
  expect(captionOfName(name)).toBe(caption);
});

test('a title begins with a capital', () => {
  expect(titleOfName('SomeType')).toBe('Some type');
  expect(titleOfName('événement')).toBe('Événement');
});
