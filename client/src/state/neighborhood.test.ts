import { expect, test } from 'vitest';

import { exampleRelation } from './example-graph.ts';
import { emptyInvestigation } from './investigation.ts';
import { neighborsAmong, tiedToAlone } from './neighborhood.ts';

const relations = ['a~R~b', 'c~R~a', 'a~R~d', 'd~R~e', 'a~R~a', 'a~R~gone', 'f~R~a', 'a~S~b'].map((id) =>
  exampleRelation(id, []),
);
const investigation = { ...emptyInvestigation, entities: ['a', 'b', 'c', 'd', 'e', 'f'], pinned: ['f'] };

test('collapsing keeps what others also reach, what is pinned and the entity itself', () => {
  expect(tiedToAlone('a', { investigation, relations })).toEqual(['b', 'c']);
  expect(tiedToAlone('e', { investigation, relations })).toEqual([]);
  expect(tiedToAlone('gone', { investigation, relations })).toEqual([]);
});

test('neighbours are told in both directions, among the given entities alone', () => {
  expect(neighborsAmong(['a', 'd', 'e'], relations)).toEqual(
    new Map([
      ['a', new Set(['d'])],
      ['d', new Set(['a', 'e'])],
      ['e', new Set(['d'])],
    ]),
  );
});
