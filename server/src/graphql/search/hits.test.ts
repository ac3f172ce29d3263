import { expect, it } from 'vitest';

import { parseTextQuery } from '../../model/name-ranking.ts';
import { passageOf } from './hits.ts';

const short = { long: false };

it('shows the whole value with every place marked', () => {
  expect(passageOf(parseTextQuery('run'), 'He will run what they “run”.', short)).toEqual({
    score: 0.6,
    snippet: 'He will run what they “run”.',
    highlights: [
      { start: 8, end: 11 },
      { start: 23, end: 26 },
    ],
    distance: 0,
  });
});

it('puts the beginning of a word before its middle, and whole words alone in quotation marks', () => {
  expect(passageOf(parseTextQuery('cat'), 'locate', short)?.score).toBe(0.4);
  expect(passageOf(parseTextQuery('"cat"'), 'locate', short)).toBeNull();
  expect(passageOf(parseTextQuery('"cat"'), 'a cat.', short)?.score).toBe(0.6);
  expect(passageOf(parseTextQuery('dog'), 'a cat.', short)).toBeNull();
});

it('cuts a long text to the surroundings of the first place', () => {
  const text = `${'Nothing here. '.repeat(40)}Caracas answered. ${'Nothing more. '.repeat(40)}`;
  const passage = passageOf(parseTextQuery('caracas'), text, { long: true });
  expect(passage?.snippet.length).toBeLessThan(200);
  expect(passage?.highlights.map(({ start, end }) => passage.snippet.slice(start, end))).toEqual(['Caracas']);
});

it('finds words that stand apart, behind those that stand together', () => {
  const query = parseTextQuery('annex embassy');
  expect(passageOf(query, 'an annex, no embassy', short)).toMatchObject({
    score: 0.5,
    highlights: [
      { start: 3, end: 8 },
      { start: 13, end: 20 },
    ],
  });
  expect(passageOf(query, 'the annex embassy', short)?.score).toBe(0.6);
  expect(passageOf(query, 'an annex', short)).toBeNull();
});

it('wants what is in quotation marks as it is, and the words beside it anywhere', () => {
  const query = parseTextQuery('"number one" priority');
  expect(passageOf(query, 'priority number one', short)?.highlights).toHaveLength(2);
  expect(passageOf(query, 'number of priority one', short)).toBeNull();
});

it('cuts a long text to where most of the words stand together', () => {
  const text = `An annex. ${'Nothing here. '.repeat(40)}The annex is no embassy. ${'Nothing. '.repeat(40)}`;
  const passage = passageOf(parseTextQuery('embassy annex'), text, { long: true });
  expect(passage?.highlights.map(({ start, end }) => passage.snippet.slice(start, end))).toEqual([
    'annex',
    'embassy',
  ]);
});
