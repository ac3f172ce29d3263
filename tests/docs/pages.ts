import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every page of documentation, by its path from the root. */
export const pages: readonly string[] = ['.', 'cypher', 'docs', 'docs/decisions']
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`).map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  )
  .filter((path) => path.endsWith('.md'))
  .toSorted();
