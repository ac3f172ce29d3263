import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { portArticle, portArticleWith } from './port-article.ts';
import { type Running, runCommand, startCommand } from './program.ts';

let folder: string;
let script: string;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-watch-'));
  env = { CLAIMGRAPH_DATA: join(folder, 'data') };
  await mkdir(join(folder, 'scripts'));
  script = join(folder, 'scripts', '2030-05-02-port.cypher');
  await writeFile(script, portArticle);
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

/** Everything that was told so far, one event a line. */
function eventsOf({ child }: Running): Record<string, unknown>[] {
  const events: Record<string, unknown>[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) events.push(JSON.parse(line) as Record<string, unknown>);
  });
  return events;
}

const patient = { timeout: 20_000, interval: 50 };

it('loads again whenever a script is saved, goes on after an error, and takes in new files', async () => {
  const running = startCommand(['load', '--watch', join(folder, 'scripts'), '--json'], env);
  const events = eventsOf(running);
  const loads = (): unknown[] => events.filter(({ event }) => event !== 'watching');
  const waiting = async (times: number): Promise<void> =>
    vi.waitFor(() => {
      expect(events.filter(({ event }) => event === 'watching')).toHaveLength(times);
    }, patient);

  await waiting(1);
  expect(loads()).toEqual([expect.objectContaining({ complete: true, exitCode: 0 })]);

  await writeFile(script, portArticleWith('has run the port', 'has run the harbour'));
  await waiting(2);
  expect(loads().at(-1)).toMatchObject({ complete: false, scripts: [{ outcome: 'failed' }] });

  await writeFile(script, portArticleWith("from: '2030-03'", "from: '2030-04'").replace('March;', 'March;'));
  await waiting(3);
  expect(loads().at(-1)).toMatchObject({
    complete: true,
    scripts: [{ outcome: 'loaded', change: { claims: { changed: ['2030-05-02-port/runs-port'], kept: 1 } } }],
  });

  await writeFile(join(folder, 'scripts', 'cities.cypher'), "MERGE (c:City {name: 'Caracas'});");
  await waiting(4);
  expect(loads().at(-1)).toMatchObject({ complete: true, scripts: [{ outcome: 'loaded' }] });

  running.child.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 130 });
  expect(loads()).toHaveLength(4);
});

it('does not wait for what cannot be watched', async () => {
  const ended = await runCommand(['load', '--watch', '-'], env);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  expect(ended.stderr).toMatch(/Standard input cannot be watched/);
});
