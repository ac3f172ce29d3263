import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { turns } from './turns.ts';

it('does so much at a time, in order, and goes on after a failure', async () => {
  const inTurn = turns(2);
  let [running, most] = [0, 0];
  const begun: number[] = [];
  const works = Array.from({ length: 7 }, (_, n) =>
    inTurn(async () => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await nextTurn();
      running -= 1;
      if (n % 3 === 0) throw new Error(`${n}`);
      return n;
    }),
  );
  const outcomes = await Promise.allSettled(works);
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((n) => n % 3 !== 0),
  );
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(most).toBe(2);
});
