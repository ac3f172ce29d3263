import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

import { changedMeanwhile, hardMaxBytes, notAFile, notReadable, tooLarge } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { fileText } from './file-text.ts';
import { scriptFiles } from './script-files.ts';
import { ScriptError, problemWithFile } from './script-problem.ts';
import type { ScriptProblem } from './script-problem.ts';
import type { Script } from './script.ts';

export interface ReadOptions {
  /** Folder to which the ledger's paths are relative. */
  readonly root: string;
  /** Largest file that is read, in bytes; 64 MB, with lines of at most 16 MB, unless said otherwise. */
  readonly maxBytes?: number | undefined;
  /** What `-` among the paths stands for. */
  readonly stdin?: StandardInput | undefined;
}

export interface StandardInput {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What the ledger and messages call it; an article's script needs the name of its article. */
  readonly name?: string | undefined;
}

const defaultMaxBytes = 64 * 1024 * 1024;
const defaultMaxLine = 16 * 1024 * 1024;

/**
 * Reads files, folders (with all below them, `*.cypher` alone), patterns (`articles/2026-*.cypher`) and
 * standard input (`-`) in a fixed order: folders named `schema` first, then by path; each file once.
 * Throws ScriptError with everything that cannot be read, so that nothing is loaded from half a list.
 */
export async function readScripts(
  paths: readonly string[],
  options: ReadOptions,
): Promise<readonly Script[]> {
  const problems: ScriptProblem[] = [];
  const scripts: Script[] = [];
  const keep = (file: string, read: Script | FileProblem): void => {
    if ('code' in read) problems.push(problemWithFile(file, read));
    else scripts.push(read);
  };
  const seen = new Set<string>();
  for (const path of paths.filter((named) => named !== '-')) {
    for (const found of await scriptFiles(path)) {
      if (!found.ok) keep(found.file, found.problem);
      else if (!seen.has(found.real)) keep(found.file, await readScript(found.file, options));
      if (found.ok) seen.add(found.real);
    }
  }
  if (paths.includes('-')) keep(options.stdin?.name ?? stdinName, await readStdin(options));
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

async function readScript(file: string, options: ReadOptions): Promise<Script | FileProblem> {
  try {
    const bytes = await readBytes(file, limitOf(options));
    return bytes instanceof Uint8Array
      ? scriptOf(bytes, { path: ledgerPath(resolve(file), options.root), file }, options)
      : bytes;
  } catch (error) {
    return notReadable(error);
  }
}

/** Opening a named pipe would otherwise last until somebody writes into it. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function readBytes(file: string, limit: number): Promise<Uint8Array | FileProblem> {
  const handle = await open(file, withoutWaiting);
  try {
    const before = await handle.stat();
    if (!before.isFile()) return notAFile(before);
    if (before.size > limit) return tooLarge(before.size, limit);
    const bytes = await handle.readFile();
    const after = await handle.stat();
    const same = after.mtimeMs === before.mtimeMs && after.size === before.size;
    return same && bytes.length === before.size ? bytes : changedMeanwhile;
  } finally {
    await handle.close();
  }
}

const stdinName = 'stdin.cypher';

async function readStdin(options: ReadOptions): Promise<Script | FileProblem> {
  const { bytes, name = stdinName } = options.stdin ?? {};
  if (!bytes) throw new Error('standard input was named, and nobody passed it on');
  const limit = limitOf(options);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) return tooLarge(size, limit);
    chunks.push(chunk);
  }
  return scriptOf(
    Buffer.concat(chunks),
    { path: ledgerPath(resolve(name), options.root), file: name },
    options,
  );
}

function limitOf({ maxBytes = defaultMaxBytes }: ReadOptions): number {
  return Math.min(maxBytes, hardMaxBytes);
}

function scriptOf(
  bytes: Uint8Array,
  names: Pick<Script, 'path' | 'file'>,
  { maxBytes: maxLine = defaultMaxLine }: ReadOptions,
): Script | FileProblem {
  const read = fileText(bytes, maxLine);
  return read.ok ? { ...names, text: read.text, notices: read.notices } : read.problem;
}

function ledgerPath(full: string, root: string): string {
  const inside = relative(root, full);
  return inside.startsWith('..') || isAbsolute(inside) ? full : inside.split(sep).join('/');
}
