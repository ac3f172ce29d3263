import fc from 'fast-check';
import { expect, it } from 'vitest';

import { Heap } from './heap.ts';

it('gives out what it was given in order, whatever is put in between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer(), { nil: null })), (script) => {
      const heap = new Heap<number>((one, other) => one - other);
      let expected: number[] = [];
      const taken: (number | undefined)[] = [];
      const first: (number | undefined)[] = [];
      for (const step of script) {
        if (step === null) {
          taken.push(heap.pop());
          first.push(expected.shift());
        } else {
          heap.push(step);
          expected = [...expected, step].toSorted((one, other) => one - other);
        }
      }
      expect(taken).toEqual(first);
      expect(script.map(() => heap.pop())).toEqual(script.map((_, index) => expected[index]));
    }),
  );
});
