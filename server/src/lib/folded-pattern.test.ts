import fc from 'fast-check';
import { expect, it } from 'vitest';

import { foldedPattern, foldedRegExp } from './folded-pattern.ts';

it.each([
  ['rodriguez', 'Delcy Rodríguez asserted'],
  ['RODRÍGUEZ', 'delcy rodri\u0301guez'],
  ["washington's", 'Enough of Washington’s orders'],
  ['"run"', 'would “run” Venezuela'],
  ['efforts - including', 'efforts – including'],
  ['channels... that', 'channels…\nthat'],
  ['(a+b)*', 'is (A+B)* regular?'],
])('%s is found in %j', (text, value) => {
  expect(foldedRegExp(text).test(value)).toBe(true);
});

it('does not find what is not there', () => {
  expect(foldedRegExp('rodrigez').test('Rodríguez')).toBe(false);
  expect(foldedRegExp('a.c').test('abc')).toBe(false);
});

it('finds every text in itself, and gives databases a pattern that they read', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abcé.*+?^${}()|[]\\-"’… 9')) }), (text) => {
      expect(foldedRegExp(text).test(`before ${text} after`)).toBe(true);
      expect(foldedPattern(text)).toMatch(/^\(\?isu\)\.\*.*\.\*$/u);
    }),
  );
});
