import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { portArticle, portArticleWith } from './port-article.ts';
import { type Ended, runCommand } from './program.ts';

let folder: string;
let env: Record<string, string>;
let script: string;
let wrong: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-json-'));
  env = { CLAIMGRAPH_DATA: join(folder, 'data') };
  script = join(folder, '2030-05-02-port.cypher');
  wrong = join(folder, 'wrong', '2030-05-02-port.cypher');
  await writeFile(script, portArticle);
  await writeFile(join(folder, 'wrong.cypher'), portArticleWith('has run the port', 'has run the harbour'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Standard output as the one document that it has to be. */
function documentOf({ stdout }: Ended): Record<string, unknown> {
  expect(stdout.endsWith('\n')).toBe(true);
  expect(stdout.trimEnd()).not.toContain('\n');
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function run(...args: readonly string[]): Promise<Record<string, unknown>> {
  const ended = await runCommand([...args, '--json'], env);
  const document = documentOf(ended);
  expect(document).toMatchObject({ command: args[0], exitCode: ended.code });
  expect(ended.stderr).toBe('');
  return document;
}

describe('one JSON document, and nothing else on standard output', () => {
  it('load', async () => {
    expect(await run('load', script)).toMatchObject({
      complete: true,
      dryRun: false,
      exitCode: 0,
      scripts: [
        { outcome: 'loaded' },
        {
          outcome: 'loaded',
          path: script,
          change: {
            statements: 8,
            claims: { created: ['2030-05-02-port/ruiz-denies', '2030-05-02-port/runs-port'], kept: 0 },
            contradicted: [{ kind: 'disputed' }],
          },
          warnings: [],
        },
      ],
    });
  });

  it('status', async () => {
    expect(await run('status')).toMatchObject({
      complete: false,
      scripts: expect.arrayContaining([
        expect.objectContaining({ path: script, state: 'loaded', article: '2030-05-02-port' }),
      ]) as unknown,
    });
  });

  it('check, with everything that is wrong', async () => {
    expect(await run('check', join(folder, 'wrong.cypher'))).toMatchObject({ passed: false, exitCode: 1 });
  });

  it('unload', async () => {
    expect(await run('unload', script)).toMatchObject({
      article: '2030-05-02-port',
      dryRun: false,
      change: { claims: { removed: ['2030-05-02-port/ruiz-denies', '2030-05-02-port/runs-port'] } },
    });
  });

  it('rebuild', async () => {
    const document = await run('rebuild', script);
    expect(document).toMatchObject({ complete: true, notices: [] });
    expect(document['oldStore']).toMatch(/data\.old-\d{8}-\d{6}$/);
  });

  it('export', async () => {
    const file = join(folder, 'graph.json');
    expect(await run('export', '--format', 'json', '--out', file)).toMatchObject({ format: 'json', file });
  });
});

describe('what stops a command is such a document as well', () => {
  it('a file that is not there', async () => {
    expect(await run('load', wrong)).toMatchObject({
      exitCode: 1,
      error: { code: 'SCRIPT', problems: [{ code: 'FILE_NOT_FOUND', file: wrong, line: null }] },
    });
  });

  it('an article that is not there', async () => {
    expect(await run('unload', 'nowhere')).toMatchObject({
      exitCode: 2,
      error: { code: 'UnknownArticleError' },
    });
  });

  it('an export whose place on standard output is taken', async () => {
    expect(await run('export')).toMatchObject({ exitCode: 2, error: { code: 'WrongUseError' } });
  });

  it('a database that does not run', async () => {
    const ended = await runCommand(['status', '--json'], { CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' });
    expect(documentOf(ended)).toMatchObject({ exitCode: 3, error: { code: 'UNAVAILABLE' } });
    expect(ended.code).toBe(3);
  });
});

describe('colours', () => {
  const colored = async (extra: Record<string, string>): Promise<boolean> => {
    const { stdout } = await runCommand(['status'], { ...env, ...extra });
    return stdout.includes('\u001B[');
  };

  it('are not for pipes, unless they are asked for', async () => {
    expect(await colored({})).toBe(false);
    expect(await colored({ FORCE_COLOR: '1' })).toBe(true);
    expect(await colored({ FORCE_COLOR: '0' })).toBe(false);
  });

  it('are never in JSON', async () => {
    const { stdout } = await runCommand(['status', '--json'], { ...env, FORCE_COLOR: '1' });
    expect(stdout).not.toContain('\u001B');
  });
});
