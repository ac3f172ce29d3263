import { expect, it } from 'vitest';

import { allowedEdits, searchTerms } from './search-terms.ts';

it.each([
  ['Delcy  Rodríguez, delcy', ['delcy', 'rodriguez']],
  [' AND "(*:*)~ \\ ', ['and']],
  ['', []],
  ['🦊 !?', []],
  ['a b c d e f g h i j k l', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']],
  [`${'x'.repeat(99)} ${'y'.repeat(9)}`, ['x'.repeat(99)]],
])('looks in %j for %j', (text, terms) => {
  expect(searchTerms(text)).toEqual(terms);
});

it('allows more letters to be off in longer words', () => {
  expect(['cia', 'cuba', 'trump', 'maduro'].map(allowedEdits)).toEqual([0, 1, 1, 2]);
});
