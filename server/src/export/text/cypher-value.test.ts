import { expect, it } from 'vitest';

import type { ExportValue } from '../graph/value.ts';
import { nameInCypher, valueInCypher } from './cypher-value.ts';

it.each<[ExportValue, string]>([
  [{ kind: 'integer', value: 9_223_372_036_854_775_807n }, '9223372036854775807'],
  [{ kind: 'float', value: 1 }, '1.0'],
  [{ kind: 'float', value: -0 }, '-0.0'],
  [{ kind: 'float', value: 1e300 }, '1e300'],
  [{ kind: 'float', value: Number.NaN }, '(0.0 / 0.0)'],
  [{ kind: 'text', value: `it's \\u0027` }, `'it\\'s \\\\u0027'`],
  [{ kind: 'temporal', type: 'date', text: '2026-01-28' }, 'date({year: 2026, month: 1, day: 28})'],
  [{ kind: 'temporal', type: 'duration', text: 'P1D' }, `duration('P1D')`],
  [{ kind: 'point', srid: 4326, coordinates: [1, 2.5] }, 'point({x: 1.0, y: 2.5, srid: 4326})'],
])('%o is written %s', (value, text) => {
  expect(valueInCypher(value)).toBe(text);
});

it('refuses what no script can hold, and says what to do', () => {
  expect(() => nameInCypher('a\\u0041')).toThrow(/cannot be written in Cypher/u);
  expect(() => valueInCypher({ kind: 'text', value: 'a\0b' })).toThrow(/the character NUL/u);
});

it('writes names in backticks where they need them', () => {
  expect(['a', 'In', 'a b', 'a`b', 'a\\b'].map(nameInCypher)).toEqual([
    'a',
    '`In`',
    '`a b`',
    '`a``b`',
    '`a\\b`',
  ]);
});
