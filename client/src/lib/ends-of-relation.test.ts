import { expect, it } from 'vitest';

import { endsOfRelation } from './ends-of-relation.ts';

it.each([
  ['cia~MET~venezuela', ['cia', 'venezuela']],
  ['n:4~a~b~n:5', ['n:4', 'n:5']],
  ['n:4~~~n:4', ['n:4', 'n:4']],
  ['cia', []],
])('%s', (id, ends) => {
  expect(endsOfRelation(id)).toEqual(ends);
});
