import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ClaimRecord, TextSpan } from '../../api/graph.ts';
import { marksOf, namesIn, paragraphsOf } from './marks.ts';
import { nameInQuote } from './name-in-quote.ts';
import { stackNotes } from './stack-notes.ts';

function claim(id: string, quotePlaces: readonly TextSpan[]): ClaimRecord {
  return {
    id,
    relationId: 'r',
    status: 'ASSERTED',
    quote: null,
    quotePlaces,
    context: null,
    article: null,
    attributedTo: [],
    originId: null,
    disputes: [],
    disputedBy: [],
    validFrom: null,
    validTo: null,
    dateText: null,
    note: null,
    publishedAt: null,
  };
}

const text = 'The CIA met Ana.\n\nAna Ruiz of the CIA said no.\n\n\nAna said no.';

describe('marks', () => {
  it('put overlapping quotes on two lanes and leave a third without an underline', () => {
    const marks = marksOf([
      claim('inner', [{ start: 4, end: 7 }]),
      claim('outer', [{ start: 0, end: 16 }]),
      claim('third', [{ start: 5, end: 12 }]),
    ]);
    expect(marks.map(({ claim: { id }, lane }) => [id, lane])).toEqual([
      ['outer', 0],
      ['inner', 1],
      ['third', null],
    ]);
  });

  it('keep every printing of a quote that is printed twice', () => {
    const marks = marksOf([
      claim('twice', [
        { start: 4, end: 7 },
        { start: 30, end: 33 },
      ]),
    ]);
    expect(marks.map(({ printing, lane }) => [printing, lane])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

describe('names in the text', () => {
  it('are whole words, the longest first', () => {
    const mentions = [{ id: 'ana', name: 'Ana Ruiz', type: 'Person', aliases: ['Ana'] }];
    expect(namesIn('Ana Ruiz and Ana, not Anatolia', mentions).map(({ start, end }) => [start, end])).toEqual(
      [
        [0, 8],
        [13, 16],
      ],
    );
  });
});

describe('paragraphs', () => {
  it('lose no letter, whatever is marked', () => {
    const place = fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
      start: Math.min(a, b),
      end: Math.max(a, b),
    }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (places) => {
        const marks = marksOf(places.map((each, index) => claim(String(index), [each])));
        const paragraphs = paragraphsOf(text, { marks, named: [] });
        expect(paragraphs.map(({ segments }) => segments.map((segment) => segment.text).join(''))).toEqual([
          'The CIA met Ana.',
          'Ana Ruiz of the CIA said no.',
          'Ana said no.',
        ]);
        for (const { segments } of paragraphs)
          for (const segment of segments)
            for (const mark of segment.marks) {
              expect(mark.start).toBeLessThanOrEqual(segment.start);
              expect(mark.end).toBeGreaterThanOrEqual(segment.end);
            }
      }),
    );
  });
});

it('a note names an entity as its quote does', () => {
  const agency = { name: 'Central Intelligence Agency', aliases: ['CIA', 'the agency'] };
  expect(nameInQuote(agency, 'setting up a CIA annex')).toBe('CIA');
  expect(nameInQuote(agency, 'an annex')).toBe('Central Intelligence Agency');
  expect(nameInQuote(agency, null)).toBe('Central Intelligence Agency');
});

describe('margin notes', () => {
  const column = { gap: 4, headroom: 0, anchor: null };

  it('stand beside their quotes, or below the note before', () => {
    const wishes = [
      { top: 10, height: 16 },
      { top: 12, height: 32 },
      { top: 100, height: 16 },
    ];
    expect(stackNotes(wishes, column)).toEqual([10, 30, 100]);
  });

  it('give way upwards to the one that is looked at', () => {
    const wishes = [
      { top: 10, height: 16 },
      { top: 12, height: 32 },
      { top: 50, height: 16 },
      { top: 52, height: 16 },
    ];
    expect(stackNotes(wishes, { ...column, headroom: 20, anchor: 2 })).toEqual([-6, 14, 50, 70]);
  });

  it('never lie over each other, and the one that is looked at is moved only where there is no room above', () => {
    const wish = fc.record({ top: fc.nat(500), height: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1 }), fc.nat(), (wishes, at) => {
        const sorted = wishes.toSorted((a, b) => a.top - b.top);
        const anchor = at % sorted.length;
        const places = stackNotes(sorted, { gap: 4, headroom: 30, anchor });
        const above = sorted.slice(0, anchor).reduce((sum, { height }) => sum + height + 4, -30);
        expect(places[anchor]).toBe(Math.max(sorted[anchor]?.top ?? 0, above));
        sorted.forEach((each, index) => {
          const place = places[index] ?? 0;
          const next = places[index + 1] ?? Number.POSITIVE_INFINITY;
          expect(place).toBeGreaterThanOrEqual(-30);
          expect(next).toBeGreaterThanOrEqual(place + each.height + 4);
        });
      }),
    );
  });
});
