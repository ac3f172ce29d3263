import { expect, it } from 'vitest';

import { mapInLanes } from './map-in-lanes.ts';

it('gives results in the order of the items, and works on no more than it may', async () => {
  let running = 0;
  let most = 0;
  const doubled = await mapInLanes([5, 1, 4, 2, 3], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
    running -= 1;
    return item * 2;
  });
  expect(doubled).toEqual([10, 2, 8, 4, 6]);
  expect(most).toBe(2);
});

it('fails as the first work that fails', async () => {
  const failing = mapInLanes([1, 2, 3], 2, async (item) => {
    if (item === 2) throw new Error('two');
    return Promise.resolve(item);
  });
  await expect(failing).rejects.toThrow('two');
  expect(await mapInLanes([], 3, async () => Promise.resolve(1))).toEqual([]);
});
