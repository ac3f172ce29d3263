import { expect, test } from 'vitest';

import { claimStatuses } from '../../server/src/model/claim.ts';
import { parseVocabulary, type Ends } from '../../server/src/model/vocabulary.ts';
import { readme, vocabularyJson } from './scripts.ts';

const vocabulary = parseVocabulary(vocabularyJson);

/** First cells of the rows that begin with a name in backticks. */
const namesInTables = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);

test('the tables for authors name every type and status, in the order of the data', () => {
  const entityTypes = vocabulary.entityTypes.map(({ name }) => name);
  const relationTypes = vocabulary.relationTypes.map(({ name }) => name);
  expect(namesInTables.filter((name) => /^[A-Z][a-z]/.test(name ?? ''))).toEqual(entityTypes);
  expect(namesInTables.filter((name) => /^[A-Z_]+$/.test(name ?? ''))).toEqual(relationTypes);
  expect(namesInTables.filter((name) => claimStatuses.some((status) => status === name))).toEqual(
    claimStatuses,
  );
});

test('the table of relations gives their ends and captions', () => {
  const body = 'Organization, Company, Outlet';
  const ends = (from: Ends): string => (from === 'any' ? 'any' : from.join(', ').replace(body, 'Body'));
  for (const { name, from, to, caption, inverseCaption, symmetric } of vocabulary.relationTypes) {
    const reads = symmetric ? `${caption} (both ways)` : `${caption} / ${inverseCaption}`;
    expect(readme).toContain(`| \`${name}\` | ${ends(from)} | ${ends(to)} | ${reads} |`);
  }
});
