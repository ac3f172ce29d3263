import { expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { endingWith } from '../../server/src/store/ending-with.ts';

const slow =
  'UNWIND range(1, 3000) AS a UNWIND range(1, 1000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c)';

it('asks for nothing once the signal is aborted', async () => {
  const store = await openEmbeddedStore({ folder: null });
  const ended = endingWith(store, AbortSignal.abort(new Error('gone')));
  const work = async (): Promise<never> => expect.fail('was asked');
  await expect(ended.read(work)).rejects.toThrow('gone');
  await expect(ended.write(work)).rejects.toThrow('gone');
  await expect(ended.searchText('cia', 1)).rejects.toThrow('gone');
  await store.close();
});

it('lets go only when what cannot be ended is over, after a signal and after a timeout', async () => {
  const store = await openEmbeddedStore({ folder: null });
  for (const timeoutMs of [10_000, 20]) {
    const leaving = new AbortController();
    let over = false;
    const asked = endingWith(store, leaving.signal).read(
      async (transaction) => transaction.run(slow).finally(() => (over = true)),
      { timeoutMs },
    );
    setTimeout(() => leaving.abort(new Error('gone')), 40);
    await expect(asked).rejects.toThrow(timeoutMs === 20 ? 'longer than' : 'gone');
    expect(over).toBe(true);
  }
  await store.close();
});
