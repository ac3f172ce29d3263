import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { contextAround, quoteFinder, quotePlaces } from './quote-places.ts';

const found = (text: string, quote: string, prefix?: string): string[] =>
  quotePlaces(text, quote, prefix).map(({ start, end }) => text.slice(start, end));

describe('quotePlaces', () => {
  test.each([
    ['she said “enough” of it', 'she said "enough"', 'she said “enough”'],
    ['the agency’s aims', "agency's aims", 'agency’s aims'],
    ['diplomacy – and – security', 'diplomacy - and - security', 'diplomacy – and – security'],
    ['channels… that will', 'channels... that', 'channels… that'],
    ['channels... that will', 'channels… that', 'channels... that'],
    ['one\n  two\u00a0three', 'one two three', 'one\n  two\u00a0three'],
    ['of Delcy Rodri\u0301guez, at', 'Delcy Rodr\u00edguez', 'Delcy Rodri\u0301guez'],
    ['of Delcy Rodr\u00edguez, at', 'Delcy Rodri\u0301guez', 'Delcy Rodr\u00edguez'],
    ['\u1112\u1161\u11ab\u1100\u1173\u11af', '\ud55c\uae00', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['\ud83d\ude00 fine words', ' fine words\n', 'fine words'],
  ])('%j holds %j', (text, quote, place) => {
    expect(found(text, quote)).toEqual([place]);
  });

  test.each([
    ['Enough', 'enough'],
    ['words', ''],
    ['words', ' \n'],
    ['', 'words'],
    ['resume\u0301', 'resume'],
    ['and so on…', 'and so on.'],
    ['\ud83d\ude00', '\ud83d'],
  ])('%j does not hold %j', (text, quote) => {
    expect(quotePlaces(text, quote)).toEqual([]);
  });

  test('every place is found, overlapping ones too, and a prefix chooses', () => {
    expect(quotePlaces('aXa aXaXa', 'aXa')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
      { start: 6, end: 9 },
    ]);
    const text = 'Ann: “No.”\n\nBen: “No.”';
    expect(quotePlaces(text, '"No."', 'Ben:')).toEqual([{ start: 17, end: 22 }]);
    expect(quotePlaces(text, '"No."', 'Cid:')).toEqual([]);
  });

  const straight = fc.stringMatching(/^[a-c"' .-]{0,40}$/u);

  test('agrees with a plain search where no typography is involved', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab]{0,30}$/u), fc.stringMatching(/^[ab]{1,4}$/u), (text, quote) => {
        const starts = Array.from(text, (_, at) => at).filter((at) => text.startsWith(quote, at));
        expect(quotePlaces(text, quote)).toEqual(
          starts.map((start) => ({ start, end: start + quote.length })),
        );
      }),
    );
  });

  test('agrees with a plain search where the text repeats itself and where it does not', () => {
    const text = fc.oneof(fc.stringMatching(/^(?:ab?){0,90}$/u), fc.stringMatching(/^[a-z]{0,120}$/u));
    fc.assert(
      fc.property(text, fc.nat(120), fc.integer({ min: 1, max: 60 }), (printed, from, length) => {
        const quote = printed.slice(from, from + length) || 'none of these words';
        const starts = Array.from(printed, (_, at) => at).filter((at) => printed.startsWith(quote, at));
        expect(quotePlaces(printed, quote).map(({ start }) => start)).toEqual(starts);
      }),
    );
  });

  test('a quote is found in its place, however it and the text are set', () => {
    const printed = (text: string, odd: readonly boolean[]): string =>
      Array.from(text, (letter, at) =>
        odd[at % Math.max(1, odd.length)] === true ? (fancy[letter] ?? letter) : letter,
      ).join('');
    const oddity = fc.array(fc.boolean(), { maxLength: 9 });
    fc.assert(
      fc.property(
        fc.record({ before: straight, quote: straight, after: straight, inText: oddity, inQuote: oddity }),
        ({ before, quote, after, inText, inQuote }) => {
          const start = printed(`${before}<`, inText);
          const shown = printed(`é${quote}é`, inText);
          const text = `${start}${shown}${printed(`>${after}`, inText)}`;
          expect(quoteFinder(text)(printed(`é${quote}é`, inQuote))).toEqual([
            { start: start.length, end: start.length + shown.length },
          ]);
        },
      ),
    );
  });

  test('takes linear time on a text made to be slow', () => {
    const text = 'a'.repeat(200_000);
    const started = performance.now();
    expect(quotePlaces(text, `b${'a'.repeat(20_000)}`)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

/** The same letter as a typesetter might print it. */
const fancy: Readonly<Record<string, string>> = {
  "'": '’',
  '"': '”',
  '-': '—',
  ' ': '\u00a0\n',
  é: 'e\u0301',
};

describe('contextAround', () => {
  const text =
    'First sentence here. He said no to all of it. A third one follows. And more.\n\nNew paragraph.';
  const start = text.indexOf('said no');
  const span = { start, end: start + 'said no'.length };

  test.each([
    [0, '…said no…'],
    [1, '…said no…'],
    [8, 'He said no to all…'],
    [12, 'He said no to all of…'],
    [28, 'First sentence here. He said no to all of it.'],
    [1000, text],
  ])('%i characters', (characters, context) => {
    expect(contextAround(text, span, characters)).toBe(context);
  });

  test('always holds the span, keeps to its length and halves no character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\ud83d\ude00', 'a', ' ', '. ', '\n\n', '한'), { maxLength: 40 }),
        fc.nat(40),
        fc.nat(30),
        (pieces, at, characters) => {
          const before = pieces.slice(0, at).join('');
          const whole = `${before}QUOTE${pieces.slice(at).join('')}`;
          const context = contextAround(whole, { start: before.length, end: before.length + 5 }, characters);
          expect(context).toContain('QUOTE');
          expect(context.length).toBeLessThanOrEqual(5 + 2 * (characters + 1));
          expect(context).not.toMatch(/\p{Surrogate}/u);
          expect(whole).toContain(context.replace(/^…/u, '').replace(/…$/u, ''));
        },
      ),
    );
  });
});
