import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { portArticle, portArticleWith } from './port-article.ts';
import { type Ended, runCommand } from './program.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-check-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function put(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

async function check(args: readonly string[], input?: string): Promise<Ended> {
  // No store could be opened here.
  const env = { CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' };
  const ended = await runCommand(
    ['check', ...args],
    env,
    input === undefined ? { cwd: folder } : { cwd: folder, input },
  );
  return {
    ...ended,
    stdout: ended.stdout.replaceAll(folder, '.'),
    stderr: ended.stderr.replaceAll(folder, '.'),
  };
}

it('judges all scripts of the repository unless some are named, and opens no store', async () => {
  const ended = await check([]);
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(/fine {7}\S*cypher\/schema\/10-constraints\.cypher\n/);
  expect(ended.stdout).toMatch(/ scripts: 0 errors, \d+ warnings?\.\n$/);
  expect(await readdir(folder)).toEqual([]);
});

it('tells everything that is wrong with all scripts, errors before warnings', async () => {
  await put(
    '2030-05-02-port.cypher',
    portArticleWith(`'Ruiz has run the port since March'`, `'Ruiz has run the harbour since March'`).replace(
      'r:CONTROLS',
      'r:COMMANDS',
    ),
  );
  await put('broken.cypher', "MERGE (a:City {name: 'open});");
  await put('fine.cypher', "MERGE (a:City {name: 'Caracas'});");
  const ended = await check(['*.cypher']);
  expect(ended.code).toBe(1);
  const found = [...ended.stderr.matchAll(/^(\S+): (error|warning): (.+)$/gm)].map(([, place, kind, what]) =>
    [place, kind, what].join(' '),
  );
  expect(found).toEqual([
    expect.stringMatching(/^2030-05-02-port\.cypher:22:10 error This quote is not in the article\.$/),
    expect.stringMatching(/^broken\.cypher:1:22 error /),
    expect.stringMatching(/^2030-05-02-port\.cypher:\d+:\d+ warning .*COMMANDS/),
  ]);
  expect(ended.stdout).toBe(
    'errors     2030-05-02-port.cypher\nerrors     broken.cypher\nfine       fine.cypher\n\n3 scripts: 2 errors, 1 warning.\n',
  );
});

it('lets warnings pass, unless it is strict', async () => {
  await put('2030-05-02-port.cypher', portArticleWith('r:CONTROLS', 'r:COMMANDS'));
  expect(await check(['2030-05-02-port.cypher'])).toMatchObject({ code: 0 });
  expect(await check(['--strict', '2030-05-02-port.cypher'])).toMatchObject({ code: 1 });
});

it('knows the entities of the other scripts of cypher/', async () => {
  const text = portArticle
    .replaceAll('2030-05-02-port', '2030-05-03-port')
    .replace(
      "{id: 'ana-ruiz'}), (b:Entity {id: 'port-authority'})\nMERGE (a)-[r:CONTROLS {id: '2030-05-03-port/runs",
      "{id: 'ana-ruiz'}), (b:Entity {id: 'cia'})\nMERGE (a)-[r:CONTROLS {id: '2030-05-03-port/runs",
    );
  const ended = await check(['-', '--name', '2030-05-03-port.cypher'], text);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

it('only warns of what the embedded engine cannot run, and judges the rest', async () => {
  const script = await put(
    'mixed.cypher',
    [
      'CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:City) ON EACH [n.name];',
      "MERGE (a:City {name: 'Caracas'});",
      'MATCH (n) RETURN nonsense;',
    ].join('\n'),
  );
  const ended = await check([script]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/mixed\.cypher:3:\d+: error: /);
  expect(ended.stderr).toMatch(/mixed\.cypher:1:1: warning: Only Neo4j can run this, so it was not checked/);
  expect(ended.stdout).toMatch(/1 script: 1 error, 1 warning\.\n$/);
});

it('refuses two scripts of one article', async () => {
  await mkdir(join(folder, 'other'));
  await put('2030-05-02-port.cypher', portArticle);
  await put('other/2030-05-02-port.cypher', portArticle);
  const ended = await check(['.']);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/It is a script of the article "2030-05-02-port", and so is /);
});
