import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { pythonWith } from '../support/python.ts';

const folder = fileURLToPath(new URL('../../notebooks', import.meta.url));
export const notebooks: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.ipynb'))
  .toSorted();

/** A cell of code and what came of it. */
export interface Cell {
  readonly source: string;
  readonly outputs: readonly Output[];
}

export interface Output {
  /** `stdout`, `stderr`, `error`, or a media type. */
  readonly kind: string;
  readonly content: string;
}

/** What the notebooks need, every package at one version; null where this machine has no Python for them. */
export function notebookPython(): string | null {
  const packages = ['requirements.txt', 'constraints.txt'].flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  return pythonWith('notebooks', packages);
}

const execute = promisify(execFile);

/** Runs Python as an analyst would who has set the address of a server. Throws what it wrote when it failed. */
export async function runPython(python: string, args: readonly string[], url = ''): Promise<string> {
  const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], CLAIMGRAPH_URL: url };
  const { stdout } = await execute(python, args, { env: environment, cwd: folder, maxBuffer: 1e8 });
  return stdout;
}

/** The notebook's package, installed as its page says, with nothing from the network. */
export async function installPackage(python: string): Promise<void> {
  const how = ['--quiet', '--no-index', '--no-deps', '--no-build-isolation', '--force-reinstall'];
  await runPython(python, ['-m', 'pip', 'install', ...how, path.join(folder, 'claimgraph')]);
}

/** The cells of code of a notebook as it is kept. */
export function keptCells(name: string): readonly Cell[] {
  return cellsOf(readFileSync(path.join(folder, name), 'utf8'));
}

/** The same after it ran from top to bottom against a server. */
export async function executedCells(python: string, name: string, url: string): Promise<readonly Cell[]> {
  const program = fileURLToPath(new URL('run_notebook.py', import.meta.url));
  return cellsOf(await runPython(python, [program, path.join(folder, name)], url));
}

/** As nbformat 4 writes it: long texts are lists of lines. */
type Lines = string | readonly string[];
interface RawOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: Lines;
  readonly data?: Readonly<Record<string, Lines>>;
  readonly ename?: string;
}

function cellsOf(text: string): readonly Cell[] {
  const { cells } = JSON.parse(text) as {
    cells: readonly { cell_type: string; source: Lines; outputs?: readonly RawOutput[] }[];
  };
  return cells
    .filter(({ cell_type: type }) => type === 'code')
    .map(({ source, outputs = [] }) => ({
      source: joined(source),
      outputs: oneOfAKind(outputs.flatMap(outputsOf)),
    }));
}

function outputsOf({ output_type: type, name, text, data = {}, ename }: RawOutput): readonly Output[] {
  if (type === 'error') return [{ kind: 'error', content: ename ?? '' }];
  if (type === 'stream') return [{ kind: name ?? '', content: joined(text ?? '') }];
  return Object.entries(data).map(([kind, content]) => ({ kind, content: joined(content) }));
}

/** What is printed arrives in pieces when it takes long. */
function oneOfAKind(outputs: readonly Output[]): readonly Output[] {
  return outputs.reduce<readonly Output[]>((before, output) => {
    const last = before.at(-1);
    if (output.kind !== 'stdout' || last?.kind !== 'stdout') return [...before, output];
    return [...before.slice(0, -1), { kind: 'stdout', content: last.content + output.content }];
  }, []);
}

function joined(lines: Lines): string {
  return typeof lines === 'string' ? lines : lines.join('');
}
