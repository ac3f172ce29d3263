import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Hash over names and contents of files and folders (tests and built output left out): equal means nothing changed. */
export function fingerprint(paths, { base, salt = '' }) {
  const hash = createHash('sha256').update(salt);
  for (const path of paths.flatMap(filesIn).toSorted()) {
    hash.update(`\0${relative(base, path)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist' && !/\.test\.tsx?$/.test(name))
    .flatMap(({ name }) => filesIn(join(path, name)));
}

/** Whether the stamp file says that this fingerprint was already dealt with. */
export function isStamped(file, mark) {
  return existsSync(file) && readFileSync(file, 'utf8') === mark;
}

export function stamp(file, mark) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, mark);
}
