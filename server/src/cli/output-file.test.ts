import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { writeWhole } from './output-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-output-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

it('writes all pieces, and leaves nothing beside', async () => {
  const file = join(folder, 'graph.cypher');
  const result = await writeWhole(file, async (write) => {
    await write('one\n');
    await write('zwei: ü\n');
    return 2;
  });
  expect(result).toBe(2);
  expect(await readFile(file, 'utf8')).toBe('one\nzwei: ü\n');
  expect(await readdir(folder)).toEqual(['graph.cypher']);
});

it('keeps what was there when the work fails', async () => {
  const file = join(folder, 'graph.cypher');
  await writeFile(file, 'before');
  const failing = writeWhole(file, async (write) => {
    await write('half');
    throw new Error('the store went away');
  });
  await expect(failing).rejects.toThrow('the store went away');
  expect(await readFile(file, 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['graph.cypher']);
});

it('follows a link instead of replacing it, and writes into a pipe', async () => {
  const file = join(folder, 'graph.cypher');
  const link = join(folder, 'link');
  const pipe = join(folder, 'pipe');
  await writeFile(file, 'before');
  await symlink(file, link);
  await writeWhole(link, async (write) => write('after'));
  expect([await readFile(file, 'utf8'), await readlink(link)]).toEqual(['after', file]);

  execFileSync('mkfifo', [pipe]);
  const [received] = await Promise.all([
    readFile(pipe, 'utf8'),
    writeWhole(pipe, async (write) => write('through')),
  ]);
  expect([received, (await stat(pipe)).isFIFO()]).toEqual(['through', true]);
});

it('says what is in the way', async () => {
  await mkdir(join(folder, 'taken'));
  const nothing = async (): Promise<void> => undefined;
  await expect(writeWhole(join(folder, 'none', 'x'), nothing)).rejects.toThrow('its folder does not exist');
  await expect(writeWhole(join(folder, 'taken'), nothing)).rejects.toThrow('it is a folder');
  expect(await readdir(folder)).toEqual(['taken']);
});
