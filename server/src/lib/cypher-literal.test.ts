import fc from 'fast-check';
import { expect, test } from 'vitest';

import { lex, stringValue } from './cypher-lexer.ts';
import { cypherLiteral, cypherName, cypherString } from './cypher-literal.ts';

test('a text reads back as it was, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const literal = cypherString(text);
      expect(lex(literal).tokens.map(({ kind }) => kind)).toEqual(['string']);
      expect(stringValue(literal)).toBe(text);
    }),
  );
});

test('lists and maps are written with their keys', () => {
  expect(cypherLiteral({ id: "o'neil", tags: ['a', null], 'odd key': 1.5, yes: true })).toBe(
    "{id: 'o\\'neil', tags: ['a', null], `odd key`: 1.5, yes: true}",
  );
});

test('a name that no store would read as itself is refused', () => {
  expect(() => cypherName('a`b')).toThrow('cannot be written');
  expect(cypherName('Café')).toBe('Café');
  expect(cypherName('In')).toBe('`In`');
});
