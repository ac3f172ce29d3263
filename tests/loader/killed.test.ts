import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { findWorkspace, workspace } from '../../server/src/app/workspace.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import { readScripts } from '../../server/src/loader/reader.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { portArticle, vocabulary } from './port-article.ts';
import { runCommand, startCommand } from './program.ts';

/** The long run, by hand: CLAIMGRAPH_TEST_KILL_ROUNDS=50. */
const rounds = Number(process.env['CLAIMGRAPH_TEST_KILL_ROUNDS'] ?? 4);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-killed-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** Scripts of two articles, as the command gets them. */
async function writeScripts(): Promise<readonly string[]> {
  const port = join(folder, '2030-05-02-port.cypher');
  await writeFile(port, portArticle);
  return [port, join(workspace().cypher, 'articles')];
}

async function digestOf(data: string): Promise<string> {
  const store = await openEmbeddedStore({ folder: data });
  const digest = await graphDigest(store);
  await store.close();
  return digest;
}

/** What the graph may be after a load that was cut off: one digest for each number of whole scripts. */
async function allowedStates(paths: readonly string[]): Promise<readonly string[]> {
  const store = await openEmbeddedStore({ folder: null });
  const scripts = await readScripts([...paths, join(workspace().cypher, 'schema')], {
    root: findWorkspace(),
  });
  const states = [await graphDigest(store)];
  for (const script of scripts) {
    await loadScripts(store, [script], { vocabulary, by: 'tester' });
    states.push(await graphDigest(store));
  }
  await store.close();
  return states;
}

it(
  `is whole or absent after SIGKILL, and the next run completes it (${rounds} rounds)`,
  async () => {
    const paths = await writeScripts();
    const states = await allowedStates(paths);
    const undisturbed = states.at(-1);

    const started = performance.now();
    const whole = join(folder, 'undisturbed');
    expect(await runCommand(['load', ...paths], { CLAIMGRAPH_DATA: whole })).toMatchObject({ code: 0 });
    const duration = performance.now() - started;
    expect(await digestOf(whole)).toBe(undisturbed);

    for (let round = 0; round < rounds; round += 1) {
      const data = join(folder, `round ${round}`);
      const { child, ended } = startCommand(['load', ...paths], { CLAIMGRAPH_DATA: data });
      // From the middle of its life on: before, the program itself is still being read.
      await pause(duration * (0.5 + (0.5 * (round + 0.5)) / rounds));
      child.kill('SIGKILL');
      await ended;
      expect(states).toContain(await digestOf(data));
      expect(await runCommand(['load', ...paths], { CLAIMGRAPH_DATA: data })).toMatchObject({ code: 0 });
      expect(await digestOf(data)).toBe(undisturbed);
    }
  },
  60_000 + rounds * 5_000,
);
