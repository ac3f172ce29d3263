import { join, relative } from 'node:path';

import { readScripts } from '../loader/reader.ts';
import type { Script } from '../loader/script.ts';
import type { Workspace } from './workspace.ts';

/**
 * The scripts in folders of `cypher/`, in the order of loading. Their paths are told as whoever reads a
 * message about one would type them. Throws ScriptError for files that cannot be read.
 */
export async function readShipped(
  { cypher, root }: Pick<Workspace, 'cypher' | 'root'>,
  folders: readonly ('schema' | 'articles')[] = ['schema', 'articles'],
): Promise<readonly Script[]> {
  const paths = folders.map((name) => relative(process.cwd(), join(cypher, name)));
  return readScripts(paths, { root });
}
