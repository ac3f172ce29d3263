import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseAst } from 'vite';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** What it imports, types included: paths from the root for its own files, bare names for packages. */
  readonly imports: readonly string[];
  readonly exportsDefault: boolean;
}

const isSource = (name: string): boolean =>
  /\.tsx?$/.test(name) && !/\.(d|generated)\.ts$|\.d\.ts$/.test(name);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** All TypeScript files below a folder of the repository, in a fixed order. */
export function sourcesBelow(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => isSource(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => readSource(join(folder, name).replaceAll('\\', '/')))
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { body } = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  const specifiers = body.flatMap((statement) => {
    const source = 'source' in statement ? statement.source : null;
    return source && typeof source === 'object' && 'value' in source && typeof source.value === 'string'
      ? [source.value]
      : [];
  });
  for (const match of text.matchAll(/\bimport\('([^']+)'\)/g)) if (match[1]) specifiers.push(match[1]);
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: specifiers.map((specifier) => resolveImport(path, specifier)),
    exportsDefault: body.some((statement) => statement.type === 'ExportDefaultDeclaration'),
  };
}

function resolveImport(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const target = resolve(join(root, dirname(from)), specifier.replace(/\?.*$/, ''));
  return relative(root, target).replaceAll('\\', '/');
}

/** The name of the package behind an import: `@scope/name` or `name`, `node:x` as it is. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
