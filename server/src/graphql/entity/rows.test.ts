import { expect, it } from 'vitest';

import { parseVocabulary } from '../../model/vocabulary.ts';
import { graphOfClaims } from '../base/graph-shape.ts';
import { mergeCounts, neighborCountOf, neighborOf } from './rows.ts';

const vocabulary = parseVocabulary({
  entityTypes: { Person: { label: 'Person', plural: 'People', family: 'people', icon: 'user-round' } },
  endGroups: {},
  relationTypes: { MET: { caption: 'met', inverse: 'met', symmetric: true, from: 'any', to: 'any' } },
  opposites: [],
});

it('counts by type, direction and type of the other end, whatever other labels it has', () => {
  const rows = [
    { type: 'MET', outgoing: true, labels: ['Entity', 'Person'], count: 2 },
    { type: 'MET', outgoing: false, labels: ['Person', 'Entity', 'Source'], count: 3 },
    { type: 'LEADS', outgoing: false, labels: ['Entity', 'Person'], count: 1 },
    { type: 'LEADS', outgoing: true, labels: ['Entity', 'Person'], count: 4 },
  ];
  expect(mergeCounts(rows.map((row) => neighborCountOf(row, vocabulary)))).toEqual([
    { relationType: 'MET', direction: 'BOTH', entityType: 'Person', count: 5 },
    { relationType: 'LEADS', direction: 'OUT', entityType: 'Person', count: 4 },
    { relationType: 'LEADS', direction: 'IN', entityType: 'Person', count: 1 },
  ]);
});

it('a neighbour comes with its relations in the order of their ids', () => {
  const context = { graph: graphOfClaims, vocabulary };
  const entity = [['Entity', 'Person'], 'b', 'B', null, null];
  expect(neighborOf({ entity, relations: ['b~LEADS~a', 'a~MET~b'] }, context)).toMatchObject({
    entity: { id: 'b', name: 'B', type: 'Person' },
    relations: ['a~MET~b', 'b~LEADS~a'],
  });
  expect(neighborOf({ entity: [[], null, 'B', null, null], relations: [] }, context)).toBeNull();
});
