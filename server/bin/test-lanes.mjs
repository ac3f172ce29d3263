import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import { root } from './workspace.mjs';

/** Whoever imports it, by whatever way, may use the databases of a run, which are there once for all. */
const databases = join(root, 'tests/support/neo4j.ts');

/**
 * The test files of all folders of `tests` but some: `sharing` use the databases, so that one runs after the other;
 * `alone` may run beside them.
 *
 * @param {readonly string[]} without names of folders
 * @param {readonly string[]} filters parts of paths; all files if there are none
 */
export function lanesOf(without, filters) {
  const tests = join(root, 'tests');
  const found = readdirSync(tests, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !without.includes(entry.name))
    .flatMap(({ name }) => readdirSync(join(tests, name)).map((file) => join(tests, name, file)))
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => filters.length === 0 || filters.some((part) => named(file).includes(part)));
  const lanes = { sharing: [], alone: [] };
  for (const file of found) {
    lanes[reaches(file, databases, new Set()) ? 'sharing' : 'alone'].push(named(file));
  }
  return lanes;
}

function named(file) {
  return relative(root, file).replaceAll(sep, '/');
}

function reaches(file, wanted, seen) {
  if (file === wanted) return true;
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  const imported = readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g);
  return [...imported].some(([, path]) => reaches(join(dirname(file), path), wanted, seen));
}
