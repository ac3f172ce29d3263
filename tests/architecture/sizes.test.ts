import { describe, expect, it } from 'vitest';

import { isTest, sourcesBelow, type SourceFile } from './sources.ts';

const all = ['server/src', 'client/src', 'tests', 'bench'].flatMap((folder) => sourcesBelow(folder));
const inTests = ({ path }: SourceFile): boolean => isTest(path) || path.startsWith('tests/');
const sources = all.filter((file) => !inTests(file));

/** The smallest length that this share of the files does not exceed. */
function quantile(files: readonly SourceFile[], share: number): number {
  const sorted = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}

describe('files stay small enough to be read whole', () => {
  it('no source is over 300 lines, no test over 400', () => {
    const long = all.filter((file) => file.lines > (inTests(file) ? 400 : 300));
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('half of the sources have at most 80 lines, nine in ten at most 200', () => {
    expect(quantile(sources, 0.5)).toBeLessThanOrEqual(80);
    expect(quantile(sources, 0.9)).toBeLessThanOrEqual(200);
  });

  it('nothing but tool configurations has a default export', () => {
    expect(all.filter(({ exportsDefault }) => exportsDefault).map(({ path }) => path)).toEqual([]);
  });
});
