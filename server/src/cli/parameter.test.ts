import { expect, it } from 'vitest';

import { withParameter } from './parameter.ts';

it.each([
  ['year=2026', { year: 2026 }],
  ["place='Caracas'", { place: 'Caracas' }],
  ['place=Puerto Cabello', { place: 'Puerto Cabello' }],
  ["names=['a', 'b']", { names: ['a', 'b'] }],
  ["map={id: 'x', n: -1.5}", { map: { id: 'x', n: -1.5 } }],
  ['off=null', { off: null }],
  ['yes=true', { yes: true }],
  ['empty=', { empty: '' }],
  ['url=https://example.org/?a=b', { url: 'https://example.org/?a=b' }],
  ["half='open", { half: "'open" }],
  ['date=2026-01-28', { date: '2026-01-28' }],
])('%s', (written, value) => {
  expect(withParameter(written, {})).toEqual(value);
});

it('adds to those before', () => {
  expect(withParameter('b=2', { a: 1 })).toEqual({ a: 1, b: 2 });
});

it.each(['year', '=2026', 'a b=1', '$x=1'])('refuses %s and says how it is written', (written) => {
  expect(() => withParameter(written, {})).toThrow('Write name=value');
});
