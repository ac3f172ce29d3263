import type { ChildProcess } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readServerFile } from '../../server/src/app/server-file.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import { portArticle, portArticleWith } from '../loader/port-article.ts';
import { type Ended, runCommand, type Running, startCommand } from '../loader/program.ts';
import { slowText } from '../support/slow-script.ts';
import { strikeArticle } from '../support/strike-article.ts';

let folder: string;
let servers: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-hand-over-'));
  await mkdir(join(folder, 'articles'));
  await writeArticle('2030-05-02-port', portArticle);
  await writeArticle('2030-05-03-strike', strikeArticle);
});
afterEach(async () => {
  for (const server of servers) server.kill('SIGKILL');
  servers = [];
  await rm(folder, { recursive: true, force: true });
});

function writeArticle(id: string, text: string): Promise<void> {
  return writeFile(join(folder, 'articles', `${id}.cypher`), text);
}

const dataOf = (name: string): string => join(folder, name);

/** Runs a command where the scripts lie, on the store of this name. */
function run(store: string, ...args: readonly string[]): Promise<Ended> {
  return runCommand(args, { CLAIMGRAPH_DATA: dataOf(store) }, { cwd: folder });
}

/** A server on the store of this name, once it can be reached. */
async function serve(store: string): Promise<Running> {
  const server = startCommand(['serve'], { CLAIMGRAPH_DATA: dataOf(store), PORT: '0' }, { cwd: folder });
  servers.push(server.child);
  while ((await readServerFile(dataOf(store)))?.pid !== server.child.pid) {
    if (server.child.exitCode !== null) throw new Error((await server.ended).stderr);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return server;
}

/** Without what differs between two runs of the same: times. */
function timeless({ code, stdout, stderr }: Ended): Ended {
  const plain = (text: string): string =>
    text.replaceAll(/\d+\.\d s\b/g, 'n s').replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'then');
  return { code, stdout: plain(stdout), stderr: plain(stderr) };
}

it('every command prints the same and ends the same, whether a server has the store open or not', async () => {
  // Both stores hold what a server loads at its start, under the same name.
  const { cypher } = workspace();
  await Promise.all([serve('served'), run('alone', 'load', cypher)]);
  const broken = portArticleWith("quote: 'Ruiz has run", "quote: 'Ruiz has never run");
  await writeFile(join(folder, 'broken.cypher'), broken);
  const commands = [
    ['load', 'articles'],
    ['load', 'articles'],
    ['load', '--dry-run', join('articles', '2030-05-02-port.cypher')],
    ['load', 'broken.cypher'],
    ['unload', '2030-05-03-strike', '--dry-run'],
    ['unload', '2030-05-03-strike'],
    ['unload', '2030-05-03-unheard-of'],
    ['export', '--format', 'json', '--article', '2030-05-02-port'],
  ];
  const codes: unknown[] = [];
  for (const command of commands) {
    const [served, alone] = [await run('served', ...command), await run('alone', ...command)];
    expect({ command, ...timeless(served) }).toEqual({ command, ...timeless(alone) });
    codes.push(served.code);
  }
  expect(codes).toEqual([0, 0, 0, 1, 0, 0, 2, 0]);
});

it('hands over to the server that has the store open now, whatever an earlier one left', async () => {
  const first = await serve('data');
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await readServerFile(dataOf('data'))).not.toBeNull();
  await serve('data');
  expect(await run('data', 'load', 'articles')).toMatchObject({ code: 0 });
});

describe('a server that is told to stop while it does a load', () => {
  let server: Running;
  let loading: Running;

  beforeEach(async () => {
    await writeFile(join(folder, 'slow.cypher'), slowText);
    server = await serve('data');
    const env = { CLAIMGRAPH_DATA: dataOf('data') };
    loading = startCommand(['load', 'articles', 'slow.cypher'], env, { cwd: folder });
    let told = '';
    loading.child.stdout?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    // Then the third is at work.
    await vi.waitUntil(() => told.includes('2030-05-03-strike'), { timeout: 30_000 });
  });

  async function held(): Promise<unknown> {
    const { stdout } = await run('data', 'status', '--json', 'articles', 'slow.cypher');
    return stdout;
  }

  it('rolls it back, keeps what was acknowledged, and ends with 0 within 10 seconds', async () => {
    const asked = performance.now();
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    const { code, stderr } = await loading.ended;
    expect(code).toBe(3);
    expect(stderr).toContain('is stopping');
    expect(await readServerFile(dataOf('data'))).toBeNull();
    expect(await held()).toMatch(/strike[^}]*"loaded"/);
    expect(await held()).toMatch(/slow[^}]*"new"/);
  });

  it('ends at once when it is told twice, and the next run finds what was acknowledged', async () => {
    server.child.kill('SIGTERM');
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(1);
    expect((await loading.ended).code).toBe(3);
    expect(await held()).toMatch(/strike[^}]*"loaded"/);
  });
});

it('a server whose store is damaged says how to build it anew', async () => {
  await run('data', 'load', 'articles');
  const file = join(dataOf('data'), 'graph.grafeo');
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
  await appendFile(file, 'x');
  const { code, stderr } = await runCommand(['serve'], { CLAIMGRAPH_DATA: dataOf('data'), PORT: '0' });
  expect(code).toBe(3);
  expect(stderr).toContain('npm run claimgraph -- rebuild');
});
