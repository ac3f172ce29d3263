import fc from 'fast-check';
import { expect, it } from 'vitest';

import { lineIndex } from './line-index.ts';

/** Longer than what is remembered between two marks, with every kind of end of line. */
const texts = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\n\n\n'), { maxLength: 2000, size: 'max' })
  .map((pieces) => pieces.join(''));

it('finds the same places as reading from the beginning, asked in any order', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat()), (text, numbers) => {
      const lines = lineIndex(text);
      for (const number of numbers) {
        const offset = number % (text.length + 1);
        const before = text.slice(0, offset).split(/\r\n|\n|\r/);
        // Between CR and LF the line has not ended yet.
        if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
        const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
        expect(lines.placeAt(offset)).toEqual(place);
        expect(lines.offsetAt(place)).toBe(offset);
        expect(lines.lineText(place.line)).toBe(text.split(/\r\n|\n|\r/)[place.line - 1]);
      }
    }),
    { numRuns: 200 },
  );
});

it('gives the nearest end for places outside of the text', () => {
  const lines = lineIndex('ab\ncd');
  expect(lines.offsetAt({ line: 0, column: 1 })).toBe(0);
  expect(lines.offsetAt({ line: 3, column: 1 })).toBe(5);
  expect(lines.offsetAt({ line: 2, column: 9 })).toBe(5);
  expect(lines.lineText(3)).toBe('');
});
