import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import { Deadline } from './deadline.ts';
import { StoreError } from './store-error.ts';

it('gives the work that is in time, and its own error', async () => {
  const deadline = new Deadline(1000);
  expect(await deadline.race(Promise.resolve(1))).toBe(1);
  await expect(deadline.race(Promise.reject(new Error('its own')))).rejects.toThrow('its own');
  expect(() => deadline.check()).not.toThrow();
  deadline.clear();
});

it('gives up the work that is late, and says so ever after', async () => {
  const deadline = new Deadline(5);
  const late = { name: 'StoreError', code: 'TIMEOUT' };
  await expect(deadline.race(pause(1000, 1, { ref: false }))).rejects.toMatchObject(late);
  expect(deadline.isPast).toBe(true);
  await expect(deadline.race(pause(1000, 1, { ref: false }))).rejects.toMatchObject(late);
  expect(() => deadline.check()).toThrow('longer than 5 ms');
});

it('hurts nobody when it passes without anybody waiting', async () => {
  const deadline = new Deadline(1, {
    error: () => new StoreError({ code: 'UNAVAILABLE', message: 'silent' }),
  });
  await pause(10);
  expect(() => deadline.check()).toThrow('silent');
});

it('ends at once when its signal does, with the reason of that', async () => {
  const user = new AbortController();
  const deadline = new Deadline(1000, { signal: user.signal });
  const waiting = deadline.race(pause(1000, 1, { ref: false }));
  user.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  expect(() => deadline.check()).toThrow('stopped');
  expect(() => new Deadline(1000, { signal: user.signal }).check()).toThrow('stopped');
});

it('is one of many that end with one signal, of which nobody is warned', async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error): number => warnings.push(warning);
  process.on('warning', warn);
  const { signal } = new AbortController();
  const deadlines = Array.from({ length: 20 }, () => new Deadline(1000, { signal }));
  await pause(10);
  process.off('warning', warn);
  for (const deadline of deadlines) deadline.clear();
  expect(warnings).toEqual([]);
});
