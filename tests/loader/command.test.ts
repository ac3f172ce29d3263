import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { testNeo4js } from '../support/neo4j.ts';
import { portArticle, portArticleWith } from './port-article.ts';
import { type Ended, runCommand } from './program.ts';

const canary = 'canary-password';

let folder: string;
let data: string;
let script: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph command '));
  data = join(folder, 'data');
  script = join(folder, '2030-05-02-port.cypher');
  await writeFile(script, portArticle);
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function load(paths: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const ended = await runCommand(['load', ...paths], {
    CLAIMGRAPH_DATA: data,
    NEO4J_PASSWORD: canary,
    ...env,
  });
  expect(ended.stdout + ended.stderr).not.toMatch(/canary|\n\s+at .+:\d+:\d+/);
  return {
    ...ended,
    stdout: ended.stdout.replaceAll(folder, '.'),
    stderr: ended.stderr.replaceAll(folder, '.'),
  };
}

async function digest(): Promise<string> {
  const store = await openEmbeddedStore({ folder: data });
  const value = await graphDigest(store);
  await store.close();
  return value;
}

it('reports what was loaded, and that it is there already', async () => {
  const first = await load([script]);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(
    /loaded {5}\.\/2030-05-02-port\.cypher \(8 statements, \d+\.\d s\)\n +5 nodes created, 5 relations created\n +claims: 2 created\n( +\+ 2030-05-02-port\/[a-z-]+\n){2} +entities: 4 added\n( +\+ [a-z0-9-]+\n){4}/,
  );
  expect(first.stdout).toMatch(
    /\n2 scripts: 2 loaded\. Created: 5 nodes, 5 relations\. Claims: 2 created, 0 changed, 0 removed\./,
  );
  const second = await load([script]);
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toMatch(/unchanged {2}\.\/2030-05-02-port\.cypher \(loaded .+ UTC by .+\)/);
  expect(second.stdout).toMatch(/1 script: 1 unchanged\. The graph is as it was\.\n$/);
});

it('shows what is wrong with the line, a mark below it, and what to do', async () => {
  await load([script]);
  const before = await digest();
  await writeFile(
    script,
    portArticleWith(`'Ruiz has run the port since March'`, `'Ruiz has run the harbour since March'`),
  );
  const ended = await load([script]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toBe(
    `./2030-05-02-port.cypher:22:10: error: This quote is not in the article.
  22 │   quote: 'Ruiz has run the harbour since March', from: '2030-03',
     │          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
     = The article says: "Ruiz has run the port since March;". It has "port" where the quote has "harbour".
`,
  );
  expect(ended.stdout).toContain('refused    ./2030-05-02-port.cypher (nothing of it was loaded)');
  expect(await digest()).toBe(before);
});

it.runIf(existsSync('/dev/full'))(
  'goes on where its output cannot be written, says so and ends with 2',
  async () => {
    const full = await open('/dev/full', 'w');
    for (const command of [['load', script], ['export']]) {
      const { code, stderr } = await runCommand(command, { CLAIMGRAPH_DATA: data }, { output: full.fd });
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^(?:error: Standard output cannot be written: ENOSPC.*\n)+$/),
      ]);
    }
    await full.close();
    expect((await load([script])).stdout).toMatch(/^unchanged /m);
  },
);

describe('refuses before the store is opened', () => {
  const cases: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
    [
      'a missing file',
      async () => join(folder, 'none.cypher'),
      /none\.cypher: error: There is no such file or folder\./,
    ],
    [
      'a folder without scripts',
      async () => {
        await mkdir(join(folder, 'empty'));
        return join(folder, 'empty');
      },
      /empty: error: There is no script in this folder\./,
    ],
    [
      'a device',
      async () => '/dev/null',
      /^\/dev\/null: error: It is a device, neither a file nor a folder\./,
    ],
    [
      'links that lead to themselves',
      async () => {
        await symlink(join(folder, 'loop.cypher'), join(folder, 'loop.cypher'));
        return join(folder, 'loop.cypher');
      },
      /loop\.cypher: error: Its symbolic links lead back to themselves\./,
    ],
    [
      'a file that is not UTF-8',
      async () => {
        await writeFile(script, Buffer.concat([Buffer.from('// '), Buffer.from([0xe9, 0x20])]));
        return script;
      },
      /error: It is not UTF-8 at byte 3\.\n +=.*Save the file as UTF-8/,
    ],
  ];
  it.each(cases)('%s', async (_what, prepare, message) => {
    const ended = await load([await prepare(), script]);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).toMatch(/Nothing was done\.\n$/);
    await expect(readFile(join(data, 'graph.grafeo'))).rejects.toThrow('ENOENT');
  });
});

describe('says once what is wrong with the store, and leaves it as it was', () => {
  const oneMessage = /^error: .+\n {7}\S.+\n$/;

  it('held by another process', async () => {
    const store = await openEmbeddedStore({ folder: data });
    const ended = await load([script]);
    await store.close();
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(oneMessage);
    expect(ended.stderr).toMatch(/Stop the other process/);
  });

  it('damaged', async () => {
    await load([script]);
    const file = join(data, 'graph.grafeo');
    await truncate(file, 100);
    const ended = await load([script]);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(oneMessage);
    expect((await readFile(file)).length).toBe(100);
  });

  it('Neo4j that does not run', async () => {
    const ended = await load([script], { CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' });
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(oneMessage);
  });

  it.runIf(testNeo4js().length > 0)('a wrong password of Neo4j', async () => {
    const ended = await load([script], { CLAIMGRAPH_STORE: testNeo4js()[0]?.uri ?? '' });
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(oneMessage);
    expect(ended.stderr).toMatch(/NEO4J_PASSWORD/);
  });
});

describe('wrong use ends with 2', () => {
  it.each([
    [['load'], /missing required argument/],
    [['load', '--max-size', 'big', 'x'], /above 0/],
    [['laod', 'x'], /Did you mean load\?/],
  ])('%j', async (args, message) => {
    const ended = await runCommand(args, { CLAIMGRAPH_DATA: data });
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(message);
  });

  it('a setting that cannot be used', async () => {
    expect(await load([script], { CLAIMGRAPH_STORE: 'mongodb://localhost' })).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
});
