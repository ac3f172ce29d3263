import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { clientLayers, fileSystemFolders, reactFolders, serverLayers, type Layer } from './layers.ts';
import { isTest, packageOf, root, sourcesBelow, type SourceFile } from './sources.ts';

/** The row that a file belongs to: named folders go before the rows that stand for many. */
function layerOf(
  path: string,
  { source, layers }: { source: string; layers: readonly Layer[] },
): Layer | null {
  const below = path.slice(source.length);
  const fits = (folder: string): boolean => {
    if (folder.endsWith('/.')) {
      const parent = folder.slice(0, -1);
      return below.startsWith(parent) && !below.slice(parent.length).includes('/');
    }
    if (folder.endsWith('/*/')) {
      const parent = folder.slice(0, -2);
      return below.startsWith(parent) && below.slice(parent.length).includes('/');
    }
    return below.startsWith(folder);
  };
  const exact = layers.find((layer) => !layer.folder.includes('*') && fits(layer.folder));
  return exact ?? layers.find((layer) => fits(layer.folder)) ?? null;
}

/** Name of the sibling below a `*` row, so that siblings can be told apart. */
function siblingOf(path: string, { source, layer }: { source: string; layer: Layer }): string {
  if (!layer.folder.endsWith('/*/')) return layer.folder;
  const parent = source + layer.folder.slice(0, -2);
  return parent + (path.slice(parent.length).split('/')[0] ?? '');
}

function forbiddenImports(source: string, layers: readonly Layer[]): readonly string[] {
  const found: string[] = [];
  for (const file of sourcesBelow(source)) {
    const layer = layerOf(file.path, { source, layers });
    if (!layer) {
      if (file.path !== 'client/src/main.tsx') found.push(`${file.path} lies in no folder of the table`);
      continue;
    }
    for (const target of file.imports) {
      if (!target.startsWith(source)) continue;
      const other = layerOf(target, { source, layers });
      const same =
        other === layer && siblingOf(file.path, { source, layer }) === siblingOf(target, { source, layer });
      if (other && (same || layer.imports.includes(other.folder))) continue;
      found.push(`${file.path} imports ${target}: ${layer.folder} may not, because ${layer.reason}`);
    }
  }
  return found;
}

/** Bare imports that stand outside the one folder that may have them. */
function strayPackages(source: string, layers: readonly Layer[]): readonly string[] {
  const owners = new Map(
    layers.flatMap((layer) => (layer.packages ?? []).map((name) => [name, layer.folder] as const)),
  );
  return sourcesBelow(source)
    .filter((file) => !isTest(file.path) && file.path !== 'client/src/main.tsx')
    .flatMap((file) =>
      file.imports
        .filter((target) => !target.startsWith(source))
        .filter((target) => {
          const owner = owners.get(packageOf(target)) ?? owners.get(target);
          return owner !== undefined && layerOf(file.path, { source, layers })?.folder !== owner;
        })
        .map((target) => `${file.path} imports ${target}, which belongs to ${owners.get(packageOf(target))}`),
    );
}

function importersOf(source: string, name: RegExp): readonly SourceFile[] {
  return sourcesBelow(source).filter(
    (file) => !isTest(file.path) && file.imports.some((target) => name.test(target)),
  );
}

function cycles(source: string): readonly string[] {
  const files = new Map(sourcesBelow(source).map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const target of files.get(path)?.imports ?? [])
      if (files.has(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return found;
}

const sides = [
  { name: 'server', source: 'server/src/', layers: serverLayers },
  { name: 'client', source: 'client/src/', layers: clientLayers },
] as const;

describe.each(sides)('$name', ({ source, layers }) => {
  it('imports only what the table allows', () => {
    expect(forbiddenImports(source, layers)).toEqual([]);
  });

  it('keeps each heavy package in one folder', () => {
    expect(strayPackages(source, layers)).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(cycles(source)).toEqual([]);
  });

  it('shows the same table in ARCHITECTURE.md', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const rows = layers.map(({ folder, imports, packages = [], reason }) => {
      const cells = [imports, packages].map((names) => names.map((name) => `\`${name}\``).join(' ') || '–');
      return `| \`${folder}\` | ${cells[0]} | ${cells[1]} | ${reason} |`;
    });
    expect(page).toContain(rows.join('\n'));
  });
});

describe('borders', () => {
  it('lets only the outer folders of the server touch files', () => {
    const strays = importersOf('server/src/', /^node:fs/).filter(
      ({ path }) => !fileSystemFolders.some((folder) => path.startsWith(`server/src/${folder}`)),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  it('lets only the screen folders of the client import React', () => {
    const strays = importersOf('client/src/', /^react($|\/)/).filter(
      ({ path }) =>
        path !== 'client/src/main.tsx' &&
        !reactFolders.includes(layerOf(path, { source: 'client/src/', layers: clientLayers })?.folder ?? ''),
    );
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  it('lets client and server meet in the schema alone', () => {
    const strays = [...importersOf('client/src/', /^server\//), ...importersOf('server/src/', /^client\//)];
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});
