import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import { openStore } from '../../server/src/app/stores.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { loadBatchedScript } from './batched-script.ts';
import { campaign, campaignNeo4js, type Random } from './campaign.ts';
import { atNth, watchedStore } from './watched-store.ts';
import { startWorker, workerProgram } from './worker.ts';

let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-batches-'));
  program = await workerProgram();
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('embedded', () => {
  const { title, rounds, random } = campaign('G2: a load in batches, killed', { quick: 5, full: 100 });
  it(
    `${title}`,
    async () => {
      const place = async (round: string): Promise<StoreSettings> => ({
        kind: 'embedded',
        folder: join(folder, round),
      });
      expect(await violationsOf(place, rounds, random)).toEqual([]);
    },
    rounds * 20_000,
  );
});

describe.each(campaignNeo4js())('$name', (server) => {
  const { title, rounds, random } = campaign('G2: a load in batches, killed', { quick: 3, full: 100 });
  it(
    `${title}`,
    async () => {
      const place = async (): Promise<StoreSettings> => {
        await emptyNeo4j(server);
        return { kind: 'neo4j', ...server, database: undefined };
      };
      expect(await violationsOf(place, rounds, random)).toEqual([]);
    },
    rounds * 20_000,
  );
});

/** Kills a loader in a batch or between two, loads again, and tells where the graph is another than without. */
async function violationsOf(
  place: (round: string) => Promise<StoreSettings>,
  rounds: number,
  random: Random,
): Promise<readonly string[]> {
  const { at, count: moments } = atNth(0, () => undefined);
  const canonical = await inStore(await place('whole'), async (store) => {
    await loadBatchedScript(watchedStore(store, at));
    return graphDigest(store);
  });
  const violations: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const settings = await place(`round ${round}`);
    const dieAt = 1 + random.below(moments());
    const worker = startWorker({ program, store: settings });
    worker.send({ kind: 'batches', dieAt });
    await worker.finish();
    if (worker.child.signalCode !== 'SIGKILL') violations.push(`moment ${dieAt}: it was not killed`);
    const graph = await inStore(settings, async (store) => {
      const { complete } = await loadBatchedScript(store);
      if (!complete) violations.push(`moment ${dieAt}: the next run did not complete it`);
      return graphDigest(store);
    });
    if (graph !== canonical) violations.push(`moment ${dieAt}: the graph is another`);
  }
  return violations;
}

async function inStore<T>(settings: StoreSettings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
