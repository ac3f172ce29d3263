import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { StoreSettings } from '../../server/src/app/settings.ts';
import { bundle } from '../support/bundle.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { campaign, campaignNeo4js, isFull, type Random, tell } from './campaign.ts';
import { ClientProcess } from './client-process.ts';
import { type Operation, violationsIn } from './history-checker.ts';

const clients = 8;
/** Short runs would be over before the first kill. */
const killEveryMs = isFull ? 2_000 : 700;

const folder = await mkdtemp(join(tmpdir(), 'claimgraph-clients-'));
let program: string;
beforeAll(async () => {
  program = await bundle('tests/reliability/client-program.ts');
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('embedded', () => {
  const { title, rounds, random } = campaign('G13: eight clients', { quick: 500, full: 10_000 });
  it(
    `lose nothing acknowledged and see nothing go back: ${title}`,
    async () => {
      const store: StoreSettings = { kind: 'embedded', folder: join(folder, 'data') };
      expect(violationsIn(await historyOf(store, rounds, random))).toEqual([]);
    },
    60_000 + rounds * 500,
  );
});

describe.each(campaignNeo4js())('$name', (server) => {
  const { title, rounds, random } = campaign('G13: eight clients', { quick: 300, full: 10_000 });
  it(
    `lose nothing acknowledged and see nothing go back: ${title}`,
    async () => {
      await emptyNeo4j(server);
      const store: StoreSettings = { kind: 'neo4j', ...server, database: undefined };
      expect(violationsIn(await historyOf(store, rounds, random))).toEqual([]);
    },
    60_000 + rounds * 500,
  );
});

/** Lets the clients work while the process that does it is killed and started again, and ends with a read. */
async function historyOf(
  store: StoreSettings,
  rounds: number,
  random: Random,
): Promise<readonly Operation[]> {
  const worker = new ClientProcess(program, store);
  const history: Operation[] = [];
  let clock = 0;
  const tick = (): number => (clock += 1);
  let left = rounds;
  await worker.ask({ kind: 'prepare' });

  const step = async (client: number, kind: Operation['kind'], value: number): Promise<void> => {
    const began = tick();
    const reply = await worker.ask(kind === 'read' ? { kind } : { kind, client, value });
    const ended = reply?.ok === true ? tick() : undefined;
    if (kind === 'read') history.push({ client, kind, began, ended, found: reply?.found });
    else history.push({ client, kind, value, began, ended });
  };
  const work = async (client: number): Promise<void> => {
    while (left > 0) {
      left -= 1;
      // Upserts of one value by several clients at once are what the engine itself would do twice.
      const kind = random.pick(['set', 'set', 'upsert', 'replace', 'read'] as const);
      await step(client, kind, kind === 'upsert' ? random.below(50) : tick());
    }
  };
  const working = Promise.all(Array.from({ length: clients }, async (_, client) => work(client)));
  let isOver = false;
  void working.finally(() => (isOver = true));
  let kills = 0;
  while (!isOver) {
    await worker.opened();
    await Promise.race([working, pause(killEveryMs)]);
    if (isOver) break;
    await worker.replace();
    kills += 1;
  }
  await step(0, 'read', 0);
  await worker.stop();
  const lost = history.filter(({ ended }) => ended === undefined).length;
  tell(`G13: ${history.length} operations, ${kills} kills, ${lost} without an answer`);
  expect(kills).toBeGreaterThan(0);
  expect(history.at(-1)).toMatchObject({ kind: 'read', found: {} });
  return history;
}
