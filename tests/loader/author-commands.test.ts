import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { portArticle, portArticleWith } from './port-article.ts';
import { type Ended, runCommand, startCommand, type Surroundings } from './program.ts';

/** Takes many seconds, however it is optimized. */
const slowScript = Array.from(
  { length: 5_000 },
  (_, id) => `UNWIND range(1, 1000) AS n WITH sum(n) AS total MERGE (c:City {id: ${id}, total: total});`,
).join('\n');

let folder: string;
let data: string;
let script: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-author-'));
  data = join(folder, 'data');
  script = join(folder, '2030-05-02-port.cypher');
  await writeFile(script, portArticle);
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function run(args: readonly string[], surroundings: Surroundings = { cwd: folder }): Promise<Ended> {
  return runCommand(args, { CLAIMGRAPH_DATA: data }, surroundings);
}

async function digest(): Promise<string> {
  const store = await openEmbeddedStore({ folder: data });
  const value = await graphDigest(store);
  await store.close();
  return value;
}

describe('load', () => {
  it('takes patterns and standard input', async () => {
    await writeFile(join(folder, 'a-city.cypher'), 'MERGE (c:City {name: $name, founded: $year});');
    const args = ['load', '*-city.cypher', '-', '--name', '2030-05-02-port.cypher'];
    const given = ['--param', 'name=Caracas', '--param', 'year=1567'];
    const ended = await run([...args, ...given], { cwd: folder, input: portArticle });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^loaded {5}a-city\.cypher /m);
    expect(ended.stdout).toMatch(/^loaded {5}2030-05-02-port\.cypher /m);
    expect((await run(['load', 'no-such-*.cypher'])).code).toBe(1);
  });

  it('shows in a dry run what a load would do, and nobody takes it for one', async () => {
    await run(['load', script]);
    const before = await digest();
    await writeFile(script, portArticleWith("from: '2030-03'", "from: '2030-04'"));
    const ended = await run(['load', '--dry-run', script]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^DRY RUN: /);
    expect(ended.stdout).toMatch(
      /would load \S+\.cypher .*\n +claims: 1 changed, 1 as before\n +~ 2030-05-02-port\/runs-port\n/,
    );
    expect(ended.stdout).toMatch(/1 script: 1 would load\..* All of it was rolled back\.\n$/);
    expect(ended.stdout).not.toMatch(/\bloaded\b/);
    expect(await digest()).toBe(before);
  });

  it('is stopped by Ctrl-C with nothing of the script kept, and the next run completes', async () => {
    await run(['load', script]);
    const before = await digest();
    const slow = join(folder, 'slow.cypher');
    await writeFile(slow, slowScript);
    const { child, ended } = startCommand(['load', slow, '--progress'], { CLAIMGRAPH_DATA: data });
    let told = '';
    child.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    await vi.waitFor(() => expect(told).not.toBe(''), 30_000);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(130);
    expect(stdout).toMatch(
      /^(?:stopped|skipped) {4}\S+slow\.cypher \((?:nothing of it was loaded|not tried)/m,
    );
    expect(stderr).toMatch(/Stopped\. What is told as loaded is in the graph/);
    expect(await digest()).toBe(before);
  });
});

describe('status and unload', () => {
  it('tell what the graph holds, and take it out again', async () => {
    const stateOf = async (): Promise<string | undefined> => {
      const { stdout } = await run(['status']);
      return /^(\w+) +\S*2030-05-02-port\.cypher/m.exec(stdout)?.[1];
    };
    expect(await stateOf()).toBeUndefined();
    await run(['load', script]);
    expect(await stateOf()).toBe('loaded');
    await writeFile(script, `${portArticle}\n// one more word\n`);
    expect(await stateOf()).toBe('changed');
    await rm(script);
    expect(await stateOf()).toBe('missing');

    const ended = await run(['unload', '2030-05-02-port']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^unloaded 2030-05-02-port\n/);
    expect(ended.stdout).toMatch(/ {2}claims: 2 removed\n {4}- 2030-05-02-port\/ruiz-denies\n/);
    expect(await stateOf()).toBeUndefined();
  });

  it('let CI fail when something is not loaded', async () => {
    expect(await run(['status', '--exit-code'])).toMatchObject({ code: 1 });
    const { stdout } = await run(['status', '--json']);
    const { scripts } = JSON.parse(stdout) as { scripts: { path: string }[] };
    await run(['load', join(import.meta.dirname, '..', '..', 'cypher')]);
    expect(scripts.length).toBeGreaterThan(1);
    expect(await run(['status', '--exit-code'])).toMatchObject({ code: 0 });
  });
});

describe('draft', () => {
  const text = join(import.meta.dirname, '..', 'fixtures', 'articles', '2031-03-12-tidal-gate-denial.txt');

  it('makes a script that check lets pass and load refuses until it was reviewed', async () => {
    const out = join(folder, '2031-03-12-tidal-gate-denial.cypher');
    const ended = await run(['draft', text, '--out', out, '--publisher', 'Harbour Post']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^drafted {4}\S+\.cypher\n +entities: +\d+ known to the graph, \d+ proposed/,
    );
    expect(ended.stdout).toMatch(/Nothing of it is loaded\./);

    expect(await run(['check', out])).toMatchObject({ code: 0 });
    const refused = await run(['load', out]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/not reviewed yet/);
    expect(await run(['load', '--allow-unreviewed', out])).toMatchObject({ code: 0 });

    await writeFile(out, 'what the author wrote');
    expect(await run(['draft', text, '--out', out])).toMatchObject({ code: 2, stdout: '' });
    expect(await readFile(out, 'utf8')).toBe('what the author wrote');
  });

  it('needs no store, and writes to a pipe', async () => {
    const env = { CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' };
    const input = await readFile(text, 'utf8');
    const args = ['draft', '-', '--name', '2031-03-12-tidal-gate-denial.txt', '--stdout'];
    const ended = await runCommand(args, env, { cwd: folder, input });
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain("MERGE (a:Article {id: '2031-03-12-tidal-gate-denial'})");
    expect(ended.stderr).toMatch(/known to the scripts of cypher\//);
    expect(await readdir(folder)).toEqual(['2030-05-02-port.cypher']);
  });
});

describe('rebuild', () => {
  const oldFolders = async (): Promise<readonly string[]> =>
    (await readdir(folder)).filter((name) => name.startsWith('data.old-'));

  it('makes the same graph from the scripts that the store knows, and keeps the old one aside', async () => {
    await run(['load', join(import.meta.dirname, '..', '..', 'cypher'), script]);
    const before = await digest();
    const ended = await run(['rebuild']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/loaded {5}2030-05-02-port\.cypher/);
    expect(ended.stdout).toMatch(/The old store is kept in \S+data\.old-\d{8}-\d{6};/);
    expect(await digest()).toBe(before);
    expect(await oldFolders()).toHaveLength(1);
  });

  it('is the way out of a damaged store', async () => {
    await run(['load', join(import.meta.dirname, '..', '..', 'cypher'), script]);
    const before = await digest();
    await writeFile(join(data, 'graph.grafeo'), 'not a graph');
    expect((await run(['status'])).stderr).toMatch(/npm run claimgraph -- rebuild/);
    const ended = await run(['rebuild', script]);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/^note: The store in .+ is damaged.+ name them, if there were any\.\n$/);
    expect(await digest()).toBe(before);
    const [old = ''] = await oldFolders();
    expect(await readFile(join(folder, old, 'graph.grafeo'), 'utf8')).toBe('not a graph');
  });

  it('leaves the old store where it is when a script is refused, or somebody has it open', async () => {
    await run(['load', script]);
    const before = await digest();
    await writeFile(script, portArticleWith('has run the port', 'has run the harbour'));
    const refused = await run(['rebuild']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/The old store stays as it was\.\n$/);
    expect(await digest()).toBe(before);

    const store = await openEmbeddedStore({ folder: data });
    const held = await run(['rebuild']);
    await store.close();
    expect(held).toMatchObject({ code: 3, stdout: '' });
    expect(await digest()).toBe(before);
    expect((await readdir(folder)).toSorted()).toEqual(['2030-05-02-port.cypher', 'data']);
  });

  it('leaves the old store when it is killed half-way, and the next run completes', async () => {
    await run(['load', script]);
    const before = await digest();
    const slow = join(folder, 'slow.cypher');
    await writeFile(slow, slowScript);
    const { child, ended } = startCommand(['rebuild', slow], { CLAIMGRAPH_DATA: data });
    await vi.waitFor(async () => expect(await readdir(folder)).toContain('data.new'), 30_000);
    child.kill('SIGKILL');
    await ended;
    expect(await digest()).toBe(before);
    expect(await readdir(folder)).toContain('data.new');
    expect(await run(['rebuild'])).toMatchObject({ code: 0 });
    expect(await readdir(folder)).not.toContain('data.new');
  });

  it('is finished by the next command when it is killed while the folders are exchanged', async () => {
    await run(['load', script]);
    const before = await digest();
    await rename(data, `${data}.ready`);
    expect((await run(['status'])).stdout).toMatch(/^loaded .*2030-05-02-port\.cypher/m);
    expect(await digest()).toBe(before);
    expect(await readdir(folder)).not.toContain('data.ready');

    await cp(data, `${data}.ready`, { recursive: true });
    expect(await run(['rebuild'])).toMatchObject({ code: 0 });
    expect(await readdir(folder)).not.toContain('data.ready');
  });

  it('is not for Neo4j', async () => {
    const ended = await runCommand(['rebuild'], { CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/rebuild is for the embedded store/);
  });
});

describe('export', () => {
  it('writes to a file whole, or to whoever reads as far as they like', async () => {
    await run(['load', script]);
    const file = join(folder, 'graph.cypher');
    const ended = await run(['export', '--out', file]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await run(['export']);
    expect(await readFile(file, 'utf8')).toBe(stdout);
    expect(stdout).toContain('2030-05-02-port/runs-port');

    const { child, ended: cut } = startCommand(['export'], { CLAIMGRAPH_DATA: data });
    child.stdout?.destroy();
    expect(await cut).toMatchObject({ code: 0, stderr: '' });

    const nowhere = await run(['export', '--out', join(folder, 'none', 'graph.cypher')]);
    expect(nowhere).toMatchObject({ code: 2, stdout: '' });
    expect(nowhere.stderr).toMatch(/its folder does not exist/);
  });
});
