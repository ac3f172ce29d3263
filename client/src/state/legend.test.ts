import { expect, test } from 'vitest';

import { byId, exampleClaim, exampleEntity, exampleRelation, exampleSpeaker } from './example-graph.ts';
import { emptyInvestigation, noFilters } from './investigation.ts';
import { legendOf } from './legend.ts';

const official = exampleSpeaker({ id: 'official', anonymous: true });
const entities = byId([
  exampleEntity({ id: 'cia', type: 'Organization' }),
  exampleEntity({ id: 'official', anonymous: true }),
  exampleEntity({ id: 'annex', type: 'Facility' }),
  exampleEntity({ id: 'away', type: 'Country' }),
]);
const investigation = {
  ...emptyInvestigation,
  entities: ['cia', 'official', 'annex'],
  filters: { ...noFilters, statuses: ['PLANNED'], entityTypes: ['Facility'] },
};

test('rows count what is on the canvas, switched off or not, and say what each switch hides', () => {
  const legend = legendOf({
    investigation,
    entities,
    relations: byId([
      exampleRelation('cia~ESTABLISHES~annex', [
        exampleClaim({ id: 'a/1', status: 'PLANNED', originId: 'cnn', attributedTo: [official] }),
        exampleClaim({ id: 'a/2', status: 'PLANNED', originId: 'cnn', attributedTo: [official] }),
      ]),
      exampleRelation('official~TOLD~cia', [
        exampleClaim({ id: 'a/3', originId: 'a', attributedTo: [exampleSpeaker({ id: 'voice-a' })] }),
      ]),
      exampleRelation('cia~IN~away', [exampleClaim({ id: 'a/4' })]),
    ]),
  });
  expect(legend.entities).toEqual([
    { key: 'Facility', type: 'Facility', anonymous: false, count: 1, claims: 2, off: true },
    { key: 'Organization', type: 'Organization', anonymous: false, count: 1, claims: 3, off: false },
    { key: 'unnamed-source', type: 'Person', anonymous: true, count: 1, claims: 1, off: false },
  ]);
  expect(legend.statuses.map(({ key, count, off }) => [key, count, off])).toEqual([
    ['ASSERTED', 1, false],
    ['REPORTED', 0, false],
    ['PLANNED', 2, true],
    ['PREDICTED', 0, false],
    ['QUESTIONED', 0, false],
    ['OPINION', 0, false],
    ['DENIED', 0, false],
    ['RETRACTED', 0, false],
  ]);
  expect(legend.support).toEqual([
    { key: 'ONE_ORIGIN', count: 2, claims: 3, off: false },
    { key: 'UNNAMED_ONLY', count: 1, claims: 2, off: false },
  ]);
  expect(legend.speakers.map(({ key, count }) => [key, count])).toEqual([
    ['official', 2],
    ['voice-a', 1],
  ]);
  expect(legend.totals).toEqual({ entities: 3, relations: 2, claims: 3, articles: 0 });
});

test('a graph without evidence has no blocks for status, support and speakers', () => {
  const bare = exampleRelation('cia~IN~annex', [exampleClaim({ id: 'x/1', status: null })], {
    standing: 'UNSOURCED',
  });
  const legend = legendOf({ investigation, entities, relations: byId([bare]) });
  expect(legend).toMatchObject({ statuses: [], support: [], speakers: [] });
});
