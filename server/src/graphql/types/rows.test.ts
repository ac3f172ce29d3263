import { expect, it } from 'vitest';

import { parseVocabulary } from '../../model/vocabulary.ts';
import { entityTypesOf, relationTypesOf } from './rows.ts';

const vocabulary = parseVocabulary({
  entityTypes: { Person: { label: 'Person', plural: 'People', family: 'people', icon: 'user-round' } },
  endGroups: {},
  relationTypes: { MET: { caption: 'met', inverse: 'met', from: 'any', to: 'any', symmetric: true } },
  opposites: [],
});

it('lists the types of the vocabulary, used or not, then those that only the graph knows', () => {
  const rows = [
    { labels: ['Entity', 'Robot'], count: 2 },
    { labels: ['Entity', 'Robot', 'Source'], count: 1 },
  ];
  const found = entityTypesOf(rows, vocabulary).map(({ name, count, described }) => ({
    name,
    count,
    described,
  }));
  expect(found).toEqual([
    { name: 'Person', count: 0, described: true },
    { name: 'Robot', count: 3, described: false },
  ]);
});

it('adds up the ends of a relation type, the most frequent pair first', () => {
  const person = ['Entity', 'Person'];
  const rows = [
    { type: 'BUILT', sourceLabels: person, targetLabels: ['Entity', 'Robot'], count: 1 },
    { type: 'BUILT', sourceLabels: person, targetLabels: person, count: 2 },
    { type: 'BUILT', sourceLabels: [...person, 'Source'], targetLabels: person, count: 2 },
  ];
  const [met, built] = relationTypesOf(rows, vocabulary);
  expect(met).toMatchObject({ name: 'MET', count: 0, ends: [], symmetric: true });
  expect(built).toMatchObject({
    name: 'BUILT',
    count: 5,
    caption: 'built',
    ends: [
      { sourceType: 'Person', targetType: 'Person', count: 4 },
      { sourceType: 'Person', targetType: 'Robot', count: 1 },
    ],
  });
});
