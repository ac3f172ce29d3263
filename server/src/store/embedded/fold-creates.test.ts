import { expect, it } from 'vitest';

import { foldCreates } from './fold-creates.ts';

it.each([
  ['CREATE (a) CREATE (b)', 'CREATE (a) ,      (b)'],
  ['create (a)\n// create\ncreate (b)\nCREATE (c)', 'create (a)\n// create\n,      (b)\n,      (c)'],
  ['MATCH (a) CREATE (b) CREATE (c) RETURN a', 'MATCH (a) CREATE (b) ,      (c) RETURN a'],
])('folds %j', (cypher, folded) => {
  expect(foldCreates(cypher)).toBe(folded);
});

it.each([
  ['CREATE (a) WITH a CREATE (b)'],
  ['CREATE (a) SET a.x = 1 CREATE (b)'],
  ["CREATE (a {create: 'CREATE (x) CREATE (y)'})"],
  ['CREATE (a:CREATE {x: 1}) RETURN a.create'],
  ['CREATE (a) MERGE (b) ON CREATE SET b.x = 1'],
  ['MERGE (b) ON CREATE SET b.x = 1 CREATE (c)'],
  ['FOREACH (x IN [1] | CREATE (a)) CREATE (b)'],
])('leaves %j alone', (cypher) => {
  expect(foldCreates(cypher)).toBe(cypher);
});
