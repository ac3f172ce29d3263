import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lex, stringValue } from './cypher-lexer.ts';

const kinds = (text: string): string[] => lex(text).tokens.map((token) => token.kind);
const pieces = (text: string): string[] => lex(text).tokens.map(({ start, end }) => text.slice(start, end));
const problems = (text: string): string[] =>
  lex(text).problems.map(
    ({ code, offset, length }) => `${code} ${text.slice(offset, offset + length)} @${offset}`,
  );

describe('tokens', () => {
  test.each([
    ["RETURN 'a;b';", ['word', 'space', 'string', 'semicolon']],
    [String.raw`'it\'s; fine'`, ['string']],
    [String.raw`'ends in \\';`, ['string', 'semicolon']],
    ["'first\nsecond; line'", ['string']],
    ['"don\'t; stop"', ['string']],
    ['`odd``name; here`', ['quoted-name']],
    ['`back\\`;', ['quoted-name', 'semicolon']],
    ['$`a;b`;', ['parameter', 'semicolon']],
    ['$0 $name', ['parameter', 'space', 'parameter']],
    ["// it's; a comment\n;", ['line-comment', 'space', 'semicolon']],
    ['// ends at CR\r;', ['line-comment', 'space', 'semicolon']],
    ['// goes on \u2028; here', ['line-comment']],
    ['/** a; b **/;', ['block-comment', 'semicolon']],
    ['/*/ ; */', ['block-comment']],
    ['/* a /* b */;', ['block-comment', 'semicolon']],
    ["'https://host/*path';", ['string', 'semicolon']],
    ['a/b', ['word', 'symbol', 'word']],
    ['Überschrift_1', ['word']],
    ['1.5e3..2', ['number', 'symbol', 'symbol', 'number']],
    ['-[:MET]->', ['symbol', 'symbol', 'symbol', 'word', 'symbol', 'symbol', 'symbol']],
    ['😀', ['symbol']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe('problems', () => {
  test.each([
    ["RETURN 'never;", ["UNTERMINATED ' @7"]],
    ['RETURN `never;', ['UNTERMINATED ` @7']],
    ['RETURN $`never;', ['UNTERMINATED $` @7']],
    ['RETURN 1 /* never;', ['UNTERMINATED /* @9']],
    ["RETURN 'it's so'", ["UNESCAPED_APOSTROPHE ' @10", "UNTERMINATED ' @15"]],
    ["RETURN 'We'll' AS s", ["UNESCAPED_APOSTROPHE ' @10", "UNTERMINATED ' @13"]],
    ["RETURN 'a'AS s, 's' + 't'", []],
    ["RETURN 'it''s'", ["DOUBLED_QUOTE '' @10"]],
    ['RETURN \u2018a\u2019', ['TYPOGRAPHIC_QUOTE \u2018 @7', 'TYPOGRAPHIC_QUOTE \u2019 @9']],
    ['RETURN\u00A01', ['UNUSUAL_SPACE \u00A0 @6']],
    ['RETURN\u200B 1', ['INVISIBLE_CHARACTER \u200B @6']],
    ["RETURN '\u2018\u00A0\u200B' // \u2018\u00A0\u200B", []],
    [String.raw`LO\u0041D CSV`, [String.raw`ESCAPE_IN_CODE \u0041 @2`]],
    [String.raw`// over \u000a here`, [String.raw`ESCAPE_IN_CODE \u000a @8`]],
    ['`a\\u0060`', [String.raw`ESCAPE_IN_CODE \u0060 @2`]],
    [String.raw`'a\u0027b'`, [String.raw`ESCAPED_DELIMITER \u0027 @2`]],
    [String.raw`'a\uu003bb'`, [String.raw`ESCAPED_DELIMITER \uu003b @2`]],
    [String.raw`'C:\users'`, [String.raw`INCOMPLETE_ESCAPE \u @3`]],
    [String.raw`'C:\\users \\u0027 \u00e9'`, []],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

test('the value of a string', () => {
  expect(stringValue(String.raw`'it\'s \\ \u00e9\tend'`)).toBe("it's \\ é\tend");
});

/** Text in which what matters is frequent. */
const cypherLike = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...Array.from('\'"`\\;/*$\n\r u0027:()'),
          '//',
          '/*',
          '*/',
          '\\u0027',
          '\u00A0',
          '\u2019',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
  )
  .map((parts) => parts.join(''));

test('tokens joined are the text, none is empty', () => {
  fc.assert(
    fc.property(cypherLike, (text) => {
      expect(pieces(text).join('')).toBe(text);
      expect(pieces(text)).not.toContain('');
    }),
    { numRuns: 20_000 },
  );
});

test('any text quoted as a string is one string with that value', () => {
  fc.assert(
    fc.property(cypherLike, fc.constantFrom("'", '"'), (value, quote) => {
      const text = `${quote}${value.replaceAll(/[\\'"]/g, String.raw`\$&`)}${quote}`;
      expect(kinds(text)).toEqual(['string']);
      expect(stringValue(text)).toBe(value);
    }),
    { numRuns: 20_000 },
  );
});

test('ten times the text takes about ten times as long', () => {
  const seconds = (length: number): number => {
    const text = "MERGE (a:`x` {id: 'it\\'s; 1'}) /* note */ // end\n".repeat(length);
    const start = performance.now();
    lex(text);
    return performance.now() - start;
  };
  seconds(2000);
  expect(seconds(20_000)).toBeLessThan(40 * Math.max(seconds(2000), 1));
});
