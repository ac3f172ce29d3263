import fc from 'fast-check';
import { expect, it } from 'vitest';

import { distanceToBeginning } from './edit-distance.ts';

it.each([
  ['rodriguez', 'rodriguez', 0],
  ['rodrig', 'rodriguez', 0],
  ['rodrigez', 'rodriguez', 1],
  ['ratcilffe', 'ratcliffe', 1],
  ['madura', 'maduro', 1],
  ['xodrigez', 'rodriguez', 2],
  ['havana', 'caracas', null],
])('%s is %s with %s letters changed', (word, other, distance) => {
  expect(distanceToBeginning(word, other, 2)).toBe(distance);
});

it('is 0 exactly for beginnings', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(distanceToBeginning(one, other, 2) === 0).toBe(other.startsWith(one));
      expect(distanceToBeginning(one, one + other, 2)).toBe(0);
    }),
  );
});
