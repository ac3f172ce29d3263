import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { findWorkspace, workspace } from '../../server/src/app/workspace.ts';
import { readScripts } from '../../server/src/loader/reader.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { runCommand, startCommand } from '../loader/program.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { emptyNeo4j } from '../support/neo4j.ts';
import { campaign, campaignNeo4js, type Random, tell } from './campaign.ts';
import { ownArticle, load, versionScript } from './versions.ts';

let folder: string;
/** Scripts of two articles, as the command gets them. */
let paths: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-killed-'));
  const invented = join(folder, `${ownArticle}.cypher`);
  await writeFile(invented, versionScript(1).text);
  paths = [invented, join(workspace().cypher, 'articles')];
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** A store that commands work on, each round another or an empty one. */
interface Place {
  readonly env: Record<string, string>;
  readonly open: () => Promise<Store>;
}

describe('embedded', () => {
  const { title, rounds, random } = campaign('load, killed', { quick: 4, full: 100 });
  it(
    `is whole or absent, and the next run completes it: ${title}`,
    async () => {
      const place = async (round: number): Promise<Place> => {
        const data = join(folder, `round ${round}`);
        return {
          env: { CLAIMGRAPH_DATA: data },
          open: async () => openEmbeddedStore({ folder: data }),
        };
      };
      expect(await violationsOf(place, rounds, random)).toEqual([]);
    },
    60_000 + rounds * 20_000,
  );
});

describe.each(campaignNeo4js())('$name', (server) => {
  const { title, rounds, random } = campaign('load, killed', { quick: 2, full: 100 });
  it(
    `is whole or absent, and the next run completes it: ${title}`,
    async () => {
      const { uri, username, password } = server;
      const place = async (): Promise<Place> => {
        await emptyNeo4j(server);
        return {
          env: { CLAIMGRAPH_STORE: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
          open: async () => openNeo4jStore(server),
        };
      };
      expect(await violationsOf(place, rounds, random)).toEqual([]);
    },
    60_000 + rounds * 20_000,
  );
});

async function violationsOf(
  place: (round: number) => Promise<Place>,
  rounds: number,
  random: Random,
): Promise<readonly string[]> {
  const states = await allowedStates();
  const whole = states.at(-1);
  // The second time a database knows the plans, as in all rounds behind it.
  await runCommand(['load', ...paths], (await place(-2)).env);
  const undisturbed = await place(-1);
  const started = performance.now();
  const { code, stderr } = await runCommand(['load', ...paths], undisturbed.env);
  const duration = performance.now() - started;
  if (code !== 0 || (await digestIn(undisturbed)) !== whole) return [`undisturbed: ${stderr}`];

  const violations: string[] = [];
  let struck = 0;
  for (let round = 0; struck < rounds && round < 3 * rounds; round += 1) {
    const at = await place(round);
    const { child, ended } = startCommand(['load', ...paths], at.env);
    // From the first third of its life on: before, the program itself is still being read.
    const milliseconds = duration * (0.3 + 0.7 * random.next());
    await pause(milliseconds);
    child.kill('SIGKILL');
    // One that was over already was not killed, and counts as nothing.
    if ((await ended).code === null) struck += 1;
    else continue;
    const killed = `killed at ${milliseconds.toFixed(0)} of ${duration.toFixed(0)} ms`;
    if (!states.includes(await digestIn(at))) violations.push(`${killed}: half a script is there`);
    const next = await runCommand(['load', ...paths], at.env);
    if (next.code !== 0) violations.push(`${killed}: the next run says ${next.stderr}`);
    if ((await digestIn(at)) !== whole) violations.push(`${killed}: the next run did not complete it`);
  }
  if (struck < rounds) violations.push(`only ${struck} of ${rounds} were struck before their end`);
  tell(`${struck} loads killed before their end, ${violations.length} violations`);
  return violations;
}

/** What the graph may be after a load that was cut off: one digest for each number of whole scripts. */
async function allowedStates(): Promise<readonly string[]> {
  const store = await openEmbeddedStore({ folder: null });
  try {
    const options = { root: findWorkspace() };
    const scripts = await readScripts([join(workspace().cypher, 'schema'), ...paths], options);
    const states = [await graphDigest(store)];
    for (const script of scripts) {
      await load(store, script);
      states.push(await graphDigest(store));
    }
    return states;
  } finally {
    await store.close();
  }
}

async function digestIn({ open }: Place): Promise<string> {
  const store = await open();
  try {
    return await graphDigest(store);
  } finally {
    await store.close();
  }
}
