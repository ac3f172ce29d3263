import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

import { glob, isDynamicPattern } from 'tinyglobby';

import { leadsOutside, noMatch, noScripts, notAFile, notReadable } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';

/** A file that is to be read, or a path that leads to none. */
export type Found =
  | { readonly ok: true; readonly file: string; /** Behind all links. */ readonly real: string }
  | { readonly ok: false; readonly file: string; readonly problem: FileProblem };

/** A named file, whatever it is called; the scripts of a named folder; the files that a pattern matches. */
export async function scriptFiles(path: string): Promise<readonly Found[]> {
  try {
    const info = await stat(path);
    if (info.isFile()) return [{ ok: true, file: path, real: await realpath(path) }];
    if (!info.isDirectory()) return [{ ok: false, file: path, problem: notAFile(info) }];
    const found = await scriptsBelow(path, await realpath(path));
    return found.length === 0 ? [{ ok: false, file: path, problem: noScripts }] : found;
  } catch (error) {
    const problem = notReadable(error);
    // A shell that expands patterns leaves those that match nothing; others leave it all to us.
    if (problem.code !== 'FILE_NOT_FOUND' || !isDynamicPattern(path))
      return [{ ok: false, file: path, problem }];
    return matching(path);
  }
}

async function matching(pattern: string): Promise<readonly Found[]> {
  const matches = await glob([pattern.replaceAll('\\', '/')], { expandDirectories: false });
  if (matches.length === 0) return [{ ok: false, file: pattern, problem: noMatch }];
  return (await Promise.all(matches.map(scriptFiles))).flat();
}

/**
 * All scripts below a folder; hidden files are none of the user's. A link to a folder inside is passed
 * over, since that is read where it lies; a link that leads outside is told.
 */
async function scriptsBelow(folder: string, root: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const file = join(folder, entry.name);
    const isScript = entry.name.endsWith('.cypher');
    if (entry.isDirectory()) found.push(...(await scriptsBelow(file, root)));
    else if (entry.isSymbolicLink()) found.push(...(await behindLink(file, { root, isScript })));
    else if (isScript && !entry.isFile()) found.push({ ok: false, file, problem: notAFile(entry) });
    else if (isScript) found.push({ ok: true, file, real: await realpath(file) });
  }
  return found;
}

async function behindLink(
  file: string,
  { root, isScript }: { readonly root: string; readonly isScript: boolean },
): Promise<readonly Found[]> {
  try {
    const real = await realpath(file);
    const isFolder = (await stat(real)).isDirectory();
    if (!isFolder && !isScript) return [];
    if (!isInside(root, real)) return [{ ok: false, file, problem: leadsOutside(real) }];
    return isFolder ? [] : [{ ok: true, file, real }];
  } catch (error) {
    const problem = notReadable(error);
    return isScript ? [{ ok: false, file, problem }] : [];
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
