import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { keyedArticle, keyedArticles } from './answer-key.ts';
import { measure } from './measure.ts';
import type { Measures, Score } from './measure.ts';
import { repositoryPath } from './paths.ts';

const page = readFileSync(repositoryPath('docs/drafting.md'), 'utf8');
const measured = keyedArticles.map(({ name, heldOut }) => ({
  name,
  heldOut,
  measures: measure(keyedArticle(name)),
}));

const share = (part: number, whole: number): number => (whole === 0 ? 100 : Math.round((100 * part) / whole));

/** Precision, recall and their harmonic mean, in percent. */
function prf({ right, found, expected }: Score): string {
  const [precision, recall] = [share(right, found), share(right, expected)];
  return `${precision} / ${recall} / ${share(2 * right, found + expected)}`;
}

const outOf = ({ right, expected }: Score): string => `${right} of ${expected}`;
const wrong = ({ right, found, expected }: Score): string =>
  `${right} of ${expected}, ${found - right} wrong`;

function row(
  name: string,
  { mentions, plain, exact, types, sources, speakers, dates, pairs, relationTypes }: Measures,
): string {
  const cells = [
    name, prf(mentions), prf(plain), outOf(exact), outOf(types), wrong(sources), wrong(speakers), wrong(dates), prf(pairs), outOf(relationTypes),
  ]; // oxfmt-ignore
  return `| ${cells.join(' | ')} |`;
}

describe('docs/drafting.md', () => {
  it.each(measured)('has the figures of $name', ({ name, heldOut, measures }) => {
    const rows = page.split('\n').filter((line) => line.includes(`\`${name}\``));
    expect(rows).toEqual([row(`\`${name}\`${heldOut ? ' (kept apart)' : ''}`, measures)]);
  });
});

describe('what an author may rely on', () => {
  it.each(measured)(
    '$name: names well, speakers seldom wrong, no pair of claims that is mostly noise',
    ({ measures }) => {
      const { mentions, speakers, pairs } = measures;
      expect(share(2 * mentions.right, mentions.found + mentions.expected)).toBeGreaterThanOrEqual(80);
      expect(share(speakers.right, speakers.found)).toBeGreaterThanOrEqual(75);
      expect(share(pairs.right, pairs.found)).toBeGreaterThanOrEqual(70);
    },
  );
});
