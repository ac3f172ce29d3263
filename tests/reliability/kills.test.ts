import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import { openStore } from '../../server/src/app/stores.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { campaign, campaignNeo4js, type Random } from './campaign.ts';
import { load, schemaScript, versionIn, versionScript } from './versions.ts';
import { atNth, watchedStore } from './watched-store.ts';
import { startWorker, workerProgram, type Worker } from './worker.ts';

/** More loads than a worker gets done before it is killed. */
const loadsAhead = 40;
const folder = await mkdtemp(join(tmpdir(), 'claimgraph-kills-'));
let program: string;
beforeAll(async () => {
  program = await workerProgram();
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('embedded', () => {
  const { title, rounds, random } = campaign('G2: loaders that are killed', { quick: 20, full: 350 });
  it(
    `${title}`,
    async () => {
      expect(await kill({ kind: 'embedded', folder: join(folder, 'data') }, rounds, random)).toEqual([]);
    },
    rounds * 10_000,
  );
});

describe.each(campaignNeo4js())('$name', (server) => {
  const { title, rounds, random } = campaign('G2: loaders that are killed', { quick: 10, full: 150 });
  it(
    `${title}`,
    async () => {
      await emptyNeo4j(server);
      expect(await kill({ kind: 'neo4j', ...server, database: undefined }, rounds, random)).toEqual([]);
    },
    rounds * 20_000,
  );
});

/** Kills a loader again and again, at random or at a moment of its work, and tells what was lost, torn or doubled. */
async function kill(settings: StoreSettings, rounds: number, random: Random): Promise<readonly string[]> {
  const violations: string[] = [];
  let version = 1;
  const { at: count, count: moments } = atNth(0, () => undefined);
  await inStore(settings, async (store) => {
    await load(store, schemaScript);
    await load(watchedStore(store, count), versionScript(version));
  });
  for (let round = 0; round < rounds; round += 1) {
    const dieAt = round % 2 === 0 ? 0 : 1 + random.below(moments());
    const milliseconds = random.below(300);
    const worker = startWorker({ program, store: settings });
    await worker.heard(1);
    for (let ahead = 1; ahead <= loadsAhead; ahead += 1) {
      worker.send({ kind: 'load', version: version + ahead, dieAt: ahead === 3 ? dieAt : 0 });
    }
    await (dieAt === 0 ? pause(milliseconds) : Promise.race([worker.finish(), pause(5_000)]));
    await worker.kill();

    const acknowledged = version + acknowledgedBy(worker);
    const at = dieAt === 0 ? `${milliseconds} ms` : `moment ${dieAt}`;
    version = await inStore(settings, async (store) => {
      const found = await versionIn(store, [acknowledged, acknowledged + 1]);
      if (found === undefined) violations.push(`killed at ${at}: not version ${acknowledged} or the next`);
      await load(store, versionScript(acknowledged + 1));
      const completed = await versionIn(store, [acknowledged + 1]);
      if (completed === undefined) violations.push(`killed at ${at}: the next run did not complete it`);
      return acknowledged + 1;
    });
  }
  return violations;
}

function acknowledgedBy({ replies }: Worker): number {
  return replies.filter(({ kind }) => kind === 'done').length;
}

async function inStore<T>(
  settings: StoreSettings,
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>,
): Promise<T> {
  const store = await openStore(settings);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
