import { beforeAll, expect, it } from 'vitest';

import { StoreError, type StoreErrorCode } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { forEachStore } from '../support/stores.ts';
import { campaign } from './campaign.ts';
import { digestsOfCycle, operations, prepareCycle, violationOf } from './operations.ts';
import { atNth, watchedStore } from './watched-store.ts';

const codes: readonly StoreErrorCode[] = ['UNAVAILABLE', 'CONFLICT', 'TIMEOUT', 'FAILED'];

forEachStore((name, open) => {
  const { title, rounds, random } = campaign('G1: store calls that fail', { quick: 12, full: 120 });
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await prepareCycle(store);
  });

  it(
    `${title}, on ${name}`,
    async () => {
      const steps = await digestsOfCycle();
      const moments = new Map<string, number>();
      for (const operation of operations) {
        const { at, count } = atNth(0, () => undefined);
        await operation.run(watchedStore(store, at));
        moments.set(operation.name, count());
      }
      const violations: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const operation = operations[round % operations.length] ?? operations[0];
        const nth = 1 + random.below(moments.get(operation.name) ?? 1);
        const code = random.pick(codes);
        const { at } = atNth(nth, () => {
          throw new StoreError({ code, message: 'A fault was injected.' });
        });
        const violation = await violationOf({
          step: steps[operation.name],
          disturbed: async () => operation.run(watchedStore(store, at)),
          undisturbed: async () => operation.run(store),
          digest: async () => graphDigest(store),
        });
        if (violation) violations.push(`${operation.name}, ${code} at moment ${nth}: ${violation}`);
      }
      expect(violations).toEqual([]);
    },
    rounds * 5_000,
  );
});
