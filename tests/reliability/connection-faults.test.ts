import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { type BoltProxy, startBoltProxy } from './bolt-proxy.ts';
import { campaign, campaignNeo4js, isFull } from './campaign.ts';
import { digestsOfCycle, operations, prepareCycle, violationOf } from './operations.ts';

/** Each takes seconds: a stalled connection is given up when the time for the work is over. */
const stalls = isFull ? 20 : 1;

describe.each(campaignNeo4js())('$name', (server) => {
  const { title, rounds, random } = campaign('G1: connections that break', { quick: 8, full: 180 });
  let direct: Store;
  let proxy: BoltProxy;
  beforeAll(async () => {
    await emptyNeo4j(server);
    direct = await openNeo4jStore(server);
    proxy = await startBoltProxy(server.uri);
    await prepareCycle(direct);
  });
  afterAll(async () => {
    await proxy.close();
    await direct.close();
  });

  it(
    `${title}`,
    async () => {
      const steps = await digestsOfCycle();
      const messages = new Map<string, number>();
      for (const operation of operations) {
        proxy.disturb('cut', 0);
        await through(operation.run);
        messages.set(operation.name, proxy.count());
      }
      const violations: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const operation = operations[round % operations.length] ?? operations[0];
        const nth = 1 + random.below(messages.get(operation.name) ?? 1);
        // Unloading waits as long as any write may take, too long to be tried here.
        const fault =
          round < stalls && operation.name !== 'unload' ? 'stall' : random.pick(['cut', 'swallow'] as const);
        proxy.disturb(fault, nth);
        const violation = await violationOf({
          step: steps[operation.name],
          disturbed: async () => through(operation.run),
          undisturbed: async () => operation.run(direct),
          digest: async () => graphDigest(direct),
        });
        if (violation) violations.push(`${operation.name}, ${fault} at message ${nth}: ${violation}`);
      }
      expect(violations).toEqual([]);
    },
    rounds * 20_000,
  );

  /** With a store of its own, since a driver keeps its connections. */
  async function through<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openNeo4jStore({ ...server, uri: proxy.uri });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
});
