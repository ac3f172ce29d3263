import { expect, test } from 'vitest';

import { byId, exampleEntity, exampleRelation } from './example-graph.ts';
import { relationSentence } from './sentence.ts';

const entities = byId([exampleEntity({ id: 'cia', name: 'CIA' })]);
const vocabulary = {
  entityTypes: new Map(),
  relationTypes: new Map(
    [false, true].map((symmetric) => {
      const name = symmetric ? 'MET' : 'SETS_UP';
      return [
        name,
        { name, caption: 'sets up', inverseCaption: 'is set up by', shortCaption: null, symmetric },
      ];
    }),
  ),
};
const cia = { id: 'cia', name: 'CIA' };
const annex = { id: 'annex', name: 'annex' };

test.each([
  ['cia~SETS_UP~annex', 'cia', { source: cia, caption: 'sets up', target: annex }],
  ['cia~SETS_UP~annex', 'annex', { source: annex, caption: 'is set up by', target: cia }],
  ['cia~MET~annex', 'annex', { source: annex, caption: 'sets up', target: cia }],
  ['cia~TRADES_WITH~annex', 'cia', { source: cia, caption: 'trades with', target: annex }],
  ['cia~TRADES_WITH~annex', 'annex', { source: annex, caption: '← trades with', target: cia }],
  ['cia~SETS_UP~cia', 'cia', { source: cia, caption: 'sets up', target: cia }],
])('%s reads from %s', (id, from, sentence) => {
  expect(relationSentence(exampleRelation(id, []), { entities, vocabulary, from })).toEqual(sentence);
});
