import { expect, test } from 'vitest';

import type { GraphSlice } from '../api/graph.ts';
import { exampleClaim, exampleEntity, exampleRelation } from './example-graph.ts';
import { type Records, refreshed } from './refreshed.ts';

const [cia, cuba, iran] = ['cia', 'cuba', 'iran'].map((id) => exampleEntity({ id }));
const met = exampleRelation('cia~MET~cuba', [exampleClaim({ id: 'a/met' })]);
const paid = exampleRelation('cia~PAYS~cuba', [exampleClaim({ id: 'a/paid' })]);
const elsewhere = exampleRelation('cia~MET~iran', [exampleClaim({ id: 'a/elsewhere' })]);

function records(entities: readonly (typeof cia)[], relations: readonly (typeof met)[]): Records {
  return {
    entities: new Map(entities.flatMap((each) => (each ? [[each.id, each]] : []))),
    relations: new Map(relations.map((each) => [each.id, each])),
  };
}

const asked = new Set(['cia', 'cuba']);
const whole: GraphSlice = { entities: cia ? [cia] : [], relations: [paid], truncation: [] };

test('what was asked for is as the answer has it, and the rest as it was', () => {
  expect(refreshed(records([cia, cuba, iran], [met, elsewhere]), asked, whole)).toEqual(
    records([iran, cia], [elsewhere, paid]),
  );
});

test('nothing is taken for gone that a limit may have left out', () => {
  const truncation = [{ limit: 'relations', shown: 1, total: 2, orderedBy: 'claims' }];
  const { entities, relations } = refreshed(records([cia, cuba], [met]), asked, { ...whole, truncation });
  expect([...entities.keys()]).toEqual(['cia', 'cuba']);
  expect([...relations.keys()]).toEqual(['cia~MET~cuba', 'cia~PAYS~cuba']);
});
