import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

import { fileText } from './file-text.ts';
import { ScriptError, problemWithFile } from './script-problem.ts';
import type { Finding, ScriptProblem } from './script-problem.ts';
import type { Script } from './script.ts';

export interface ReadOptions {
  /** Folder to which the ledger's paths are relative. */
  readonly root: string;
  /** Largest file that is read, in bytes. */
  readonly maxBytes?: number;
}

/** Largest script unless said otherwise: 64 MB. */
const defaultMaxBytes = 64 * 1024 * 1024;

/**
 * Reads files and folders (with all below them, `*.cypher` alone) in a fixed order: folders named
 * `schema` first, then by path; each file once. Throws ScriptError with everything that cannot be
 * read, so that nothing is loaded from half a list.
 */
export async function readScripts(
  paths: readonly string[],
  options: ReadOptions,
): Promise<readonly Script[]> {
  const problems: ScriptProblem[] = [];
  const files = new Map<string, string>();
  for (const path of paths) {
    for (const file of await filesOf(path, problems)) {
      const full = resolve(file);
      if (!files.has(full)) files.set(full, file);
    }
  }
  const scripts: Script[] = [];
  for (const [full, file] of files) {
    const script = await readScript(full, file, options);
    if ('code' in script) problems.push(problemWithFile(file, script));
    else scripts.push(script);
  }
  if (problems.length > 0) throw new ScriptError(problems);
  return scripts.toSorted(inOrder);
}

function inOrder(a: Script, b: Script): number {
  return Number(isSchema(b)) - Number(isSchema(a)) || (a.path < b.path ? -1 : 1);
}

/** Schema scripts come first, wherever their folder lies. */
function isSchema(script: Script): boolean {
  return script.path.split('/').slice(0, -1).includes('schema');
}

/** A named file, whatever it is called; or the scripts of a named folder. */
async function filesOf(path: string, problems: ScriptProblem[]): Promise<readonly string[]> {
  try {
    const info = await stat(path);
    if (info.isFile()) return [path];
    if (!info.isDirectory()) {
      problems.push(problemWithFile(path, notAFile));
      return [];
    }
    const files = await scriptsBelow(path);
    if (files.length === 0) {
      problems.push(
        problemWithFile(path, {
          code: 'FILE_NOT_FOUND',
          message: 'There is no script in this folder.',
          hint: 'Scripts are files whose name ends in ".cypher"; name the folder that holds them.',
        }),
      );
    }
    return files;
  } catch (error) {
    problems.push(problemWithFile(path, notReadable(error)));
    return [];
  }
}

/** Does not follow links to folders, which could lead back to where they are; hidden files are none of the user's. */
async function scriptsBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await scriptsBelow(path)));
    else if (entry.name.endsWith('.cypher')) found.push(path);
  }
  return found;
}

type FileProblem = Pick<Finding, 'code' | 'message' | 'hint'>;

async function readScript(full: string, file: string, options: ReadOptions): Promise<Script | FileProblem> {
  const { root, maxBytes = defaultMaxBytes } = options;
  try {
    const info = await stat(full);
    if (!info.isFile()) return notAFile;
    if (info.size > maxBytes) return tooLarge(info.size, maxBytes);
    const read = fileText(await readFile(full));
    if (!read.ok) return read.problem;
    return { path: ledgerPath(full, root), file, text: read.text, notices: read.notices };
  } catch (error) {
    return notReadable(error);
  }
}

function ledgerPath(full: string, root: string): string {
  const inside = relative(root, full);
  return inside.startsWith('..') || isAbsolute(inside) ? full : inside.split(sep).join('/');
}

const notAFile: FileProblem = {
  code: 'FILE_NOT_A_SCRIPT',
  message: 'It is neither a file nor a folder.',
  hint: 'Name a script (a text file with Cypher) or a folder of scripts.',
};

function tooLarge(size: number, maxBytes: number): FileProblem {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  return {
    code: 'FILE_TOO_LARGE',
    message: `It has ${megabytes(size)} MB; at most ${megabytes(maxBytes)} MB are read.`,
    hint: 'Split it, or raise the limit with --max-size MB.',
  };
}

function notReadable(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'FILE_NOT_FOUND',
        message: 'There is no such file or folder.',
        hint: 'Check the path; it is read from the folder in which the command was started.',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'FILE_NOT_READABLE',
        message: 'Reading it is not permitted.',
        hint: 'Give yourself the right to read it (on Linux and macOS: chmod u+r).',
      };
    case 'ELOOP':
      return {
        code: 'FILE_NOT_READABLE',
        message: 'Its symbolic links lead back to themselves.',
        hint: 'Name the file itself.',
      };
    case 'ENAMETOOLONG':
      return {
        code: 'FILE_NOT_FOUND',
        message: 'Its name is longer than the file system allows.',
        hint: 'Check the path.',
      };
    case 'EIO':
      return {
        code: 'FILE_NOT_READABLE',
        message: 'The disk reports an error while reading it.',
        hint: 'Copy the file to another disk and load the copy.',
      };
    default:
      throw error;
  }
}
