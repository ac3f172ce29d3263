import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
