import { expect, test } from 'vitest';

import type { EntityTypeInfo } from '../api/graph.ts';
import { byId, exampleRelation } from '../state/example-graph.ts';
import { emptyInvestigation, noFilters } from '../state/investigation.ts';
import { expandQuestion } from './expand-question.ts';
import { initialState } from './initial-state.ts';

const type = (name: string): [string, EntityTypeInfo] => [
  name,
  { name, label: name, plural: name, family: 'things', icon: 'circle' },
];
const state = {
  ...initialState('light'),
  vocabulary: { entityTypes: new Map([type('Person'), type('Country')]), relationTypes: new Map() },
  relations: byId([exampleRelation('cia~R~cuba', []), exampleRelation('annex~R~cuba', [])]),
  investigation: { ...emptyInvestigation, entities: ['cia', 'cuba', 'annex'] },
};

test('the first page asks for 25 neighbours beside those that are there', () => {
  expect(expandQuestion(state, { id: 'cia', choice: {} })).toEqual({
    id: 'cia',
    first: 25,
    exclude: ['cuba'],
    wanted: {},
    passing: {},
  });
});

test('what the filters have switched off is not asked for', () => {
  const filters = { ...noFilters, entityTypes: ['Country'], statuses: ['PLANNED', 'DENIED'] };
  const filtered = { ...state, investigation: { ...state.investigation, filters } };
  expect(expandQuestion(filtered, { id: 'cia', choice: {} })).toMatchObject({
    wanted: {},
    passing: {
      entityTypes: ['Person'],
      statuses: ['ASSERTED', 'REPORTED', 'PREDICTED', 'QUESTIONED', 'OPINION', 'RETRACTED'],
    },
  });
  const choice = { statuses: ['PLANNED', 'ASSERTED'], relationTypes: ['R'], limit: 10 } as const;
  expect(expandQuestion(filtered, { id: 'cia', choice })).toMatchObject({
    first: 10,
    wanted: { relationTypes: ['R'], statuses: ['PLANNED', 'ASSERTED'] },
    passing: { relationTypes: ['R'], entityTypes: ['Person'], statuses: ['ASSERTED'] },
  });
});
