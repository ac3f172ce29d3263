import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `server`, `client` and `cypher`: found from this file, bundled or not, never from where a command was started. */
export function findWorkspace(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'server', 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder of Claimgraph was not found around its own program.');
    folder = parent;
  }
  return folder;
}

/** Folders of an installation, as absolute paths. */
export interface Workspace {
  readonly root: string;
  /** Scripts: `schema`, `articles` and `vocabulary.json`. */
  readonly cypher: string;
  /** The built explorer; may not be there. */
  readonly explorer: string;
}

export function workspace(root: string = findWorkspace()): Workspace {
  return { root, cypher: join(root, 'cypher'), explorer: join(root, 'client', 'dist') };
}
