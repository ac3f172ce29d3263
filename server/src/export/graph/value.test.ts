import { describe, expect, it } from 'vitest';

import type { StoreValue } from '../../store/values.ts';
import { exportValue, isAmbiguous } from './value.ts';

const noText = { isFloat: false, isText: false, srid: null };

describe('kinds of values', () => {
  it.each<[StoreValue, 'number' | 'text' | null]>([
    [1, 'number'],
    [1.5, null],
    [-0, null],
    [9_007_199_254_740_993n, null],
    ['2026-01-28', 'text'],
    ['2026-01', null],
    ['Pest', null],
    ['P1Y', 'text'],
    ['10:00', 'text'],
    ['POINT (1 2)', 'text'],
    [[1, 2], 'number'],
    [[1, 2.5], null],
    [['a', '2026-01-28'], 'text'],
    [[], null],
  ])('%o leaves the store to be asked about: %s', (value, doubt) => {
    expect(isAmbiguous(value)).toBe(doubt);
  });

  it('writes the same moment alike, however a store writes it', () => {
    expect(exportValue('2026-01-28T10:00:00.120000000+02:00', [noText])).toEqual(
      exportValue('2026-01-28T10:00:00.12+02:00', [noText]),
    );
    expect(exportValue('-000044-03-15', [noText])).toEqual(exportValue('-0044-03-15', [noText]));
    expect(exportValue('10:00', [noText])).toEqual({ kind: 'temporal', type: 'localtime', text: '10:00:00' });
  });

  it('makes floats of all numbers of a list that holds one', () => {
    expect(exportValue([1, 2.5])).toEqual({
      kind: 'list',
      items: [
        { kind: 'float', value: 1 },
        { kind: 'float', value: 2.5 },
      ],
    });
  });
});
