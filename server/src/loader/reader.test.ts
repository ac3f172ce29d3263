import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readScripts } from './reader.ts';
import type { ReadOptions } from './reader.ts';
import { ScriptError } from './script-problem.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'claimgraph reader '));
});
afterEach(async () => rm(root, { recursive: true, force: true }));

async function write(path: string, content: string | Uint8Array): Promise<string> {
  const file = join(root, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** What is said about paths that cannot be read. */
async function told(
  paths: readonly string[],
  options: Partial<ReadOptions> = {},
): Promise<readonly string[]> {
  try {
    await readScripts(paths, { root, ...options });
  } catch (error) {
    if (error instanceof ScriptError) return error.problems.map(({ code, message }) => `${code}: ${message}`);
    throw error;
  }
  throw new Error('everything was read');
}

test('folders are read whole, schema first, then by path, each file once', async () => {
  await write('cypher/articles/b.cypher', 'b');
  const first = await write('cypher/articles/a b #é.cypher', 'a');
  await write('cypher/articles/TEMPLATE', 'no script');
  await write('cypher/schema/10.cypher', 's');
  await write('cypher/articles/._b.cypher', 'what an archive of macOS leaves');
  const other = await write('named-otherwise.txt', 'n');
  const scripts = await readScripts([other, join(root, 'cypher'), first], { root });
  expect(scripts.map(({ path, text }) => [path, text])).toEqual([
    ['cypher/schema/10.cypher', 's'],
    ['cypher/articles/a b #é.cypher', 'a'],
    ['cypher/articles/b.cypher', 'b'],
    ['named-otherwise.txt', 'n'],
  ]);
});

test('a byte order mark is passed over with a notice', async () => {
  const file = await write('a.cypher', '\uFEFFRETURN 1;');
  expect(await readScripts([file], { root })).toMatchObject([
    { text: 'RETURN 1;', notices: ['begins with a byte order mark, which was passed over'] },
  ]);
});

test.each([
  ['UTF-16', Buffer.from('\uFEFFRETURN 1', 'utf16le'), 'FILE_NOT_UTF8: It is UTF-16, not UTF-8.'],
  ['NUL', Buffer.from('a\0b'), 'FILE_NOT_UTF8: It holds a NUL at byte 1, so it is not text in UTF-8.'],
  ['Latin-1', Buffer.from("RETURN 'é'; // long tail", 'latin1'), 'FILE_NOT_UTF8: It is not UTF-8 at byte 8.'],
  ['a cut character', Buffer.from([0x61, 0xe2, 0x82]), 'FILE_NOT_UTF8: It is not UTF-8 at byte 1.'],
])('%s is refused', async (_what, bytes, message) => {
  expect(await told([await write('a.cypher', bytes)])).toEqual([message]);
});

test('what cannot be read is told for all paths together', async () => {
  await mkdir(join(root, 'empty'));
  const large = await write('large.cypher', '/*'.padEnd(3 * 1024 * 1024));
  expect(await told([join(root, 'empty'), join(root, 'none'), large], { maxBytes: 1024 * 1024 })).toEqual([
    'FILE_NOT_FOUND: There is no script in this folder.',
    'FILE_NOT_FOUND: There is no such file or folder.',
    'FILE_TOO_LARGE: It has 3.0 MB; at most 1.0 MB are read.',
  ]);
});

test('patterns find what a shell did not expand, and what exists is no pattern', async () => {
  await write('articles/a.cypher', 'a');
  await write('articles/b.cypher', 'b');
  await write('notes/c.cypher', 'c');
  await write('x[1].cypher', 'x');
  const read = async (...paths: string[]): Promise<string> => {
    const scripts = await readScripts(
      paths.map((path) => join(root, path)),
      { root },
    );
    return scripts.map(({ text }) => text).join('');
  };
  expect(await read('**/*.cypher')).toBe('abcx');
  expect(await read('articles/{b,c}.cypher', 'notes')).toBe('bc');
  expect(await read('x[1].cypher')).toBe('x');
  expect(await told([join(root, 'none/*.cypher')])).toEqual([
    'FILE_NOT_FOUND: No file matches this pattern.',
  ]);
});

test('standard input is a script with a name', async () => {
  const stdin = (name?: string): Partial<ReadOptions> => ({
    stdin: { bytes: Readable.from([Buffer.from('RETURN '), Buffer.from('1;')]), name },
  });
  expect(await readScripts(['-'], { root, ...stdin() })).toMatchObject([
    { file: 'stdin.cypher', text: 'RETURN 1;' },
  ]);
  const named = join(root, 'articles/2030-01-01-x.cypher');
  expect(await readScripts(['-'], { root, ...stdin(named) })).toMatchObject([
    { path: 'articles/2030-01-01-x.cypher', file: named },
  ]);
  expect(await told(['-'], { ...stdin(), maxBytes: 8 })).toEqual([
    'FILE_TOO_LARGE: It has 0.0 MB; at most 0.0 MB are read.',
  ]);
});

test('links are followed inside of their folder, and told where they lead elsewhere', async () => {
  const outside = await write('elsewhere/secret.cypher', 's');
  const file = await write('scripts/a.cypher', 'a');
  await symlink(file, join(root, 'scripts/b.cypher'));
  await symlink(join(root, 'scripts'), join(root, 'scripts/again'));
  expect(await readScripts([join(root, 'scripts')], { root })).toMatchObject([{ text: 'a' }]);
  await symlink(outside, join(root, 'scripts/c.cypher'));
  await symlink('d.cypher', join(root, 'scripts/d.cypher'));
  await symlink('gone.cypher', join(root, 'scripts/e.cypher'));
  expect((await told([join(root, 'scripts')])).toSorted()).toEqual([
    'FILE_NOT_FOUND: There is no such file or folder.',
    `FILE_NOT_READABLE: It is a link that leads out of its folder, to ${await realpath(outside)}.`,
    'FILE_NOT_READABLE: Its symbolic links lead back to themselves.',
  ]);
});

test.runIf(process.platform !== 'win32')(
  'pipes and devices are named, and nobody waits for them',
  async () => {
    execFileSync('mkfifo', [join(root, 'pipe.cypher')]);
    expect(await told([join(root, 'pipe.cypher'), '/dev/zero'])).toEqual([
      'FILE_NOT_A_SCRIPT: It is a named pipe, neither a file nor a folder.',
      'FILE_NOT_A_SCRIPT: It is a device, neither a file nor a folder.',
    ]);
    expect(await told([root])).toEqual([
      'FILE_NOT_A_SCRIPT: It is a named pipe, neither a file nor a folder.',
    ]);
  },
);

test('a line of 4 GB is refused by its size, before it is read', async () => {
  const file = await write('long.cypher', 'R');
  await truncate(file, 4 * 1024 ** 3);
  expect(await told([file])).toEqual(['FILE_TOO_LARGE: It has 4096.0 MB; at most 64.0 MB are read.']);
});

test('a line over 16 MB is taken only where its user raised the limit', async () => {
  const file = await write('long.cypher', `RETURN '${'a'.repeat(17 * 1024 * 1024)}';`);
  expect(await told([file])).toEqual([
    'FILE_TOO_LARGE: It has a line of 17825802 characters; at most 16777216 are taken.',
  ]);
  expect(await readScripts([file], { root, maxBytes: 20 * 1024 * 1024 })).toHaveLength(1);
});
