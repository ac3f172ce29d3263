import fc from 'fast-check';
import { expect, it } from 'vitest';

import { foldedWords, foldText } from './fold-text.ts';

it.each([
  ['Delcy Rodríguez', 'delcy rodriguez'],
  ['ŁÓDŹ', 'lodz'],
  ['ＣＩＡ', 'cia'],
  ['Straße, Ærø', 'strasse, aero'],
  ['Толстой', 'толстои'],
  ['한국', '한국'],
])('folds %s to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it('gives every word, repeated or not', () => {
  expect(foldedWords("O'Brien, O'Brien (CIA)")).toEqual(['o', 'brien', 'o', 'brien', 'cia']);
});

it('changes nothing when it is done twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});
