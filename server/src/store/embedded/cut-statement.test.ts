import { expect, it } from 'vitest';

import { cutStatement } from './cut-statement.ts';

const merges = (count: number): string =>
  Array.from({ length: count }, (_, n) => `MERGE (a${n}:T {n: ${n}}) ON CREATE SET a${n}.x = 1`).join('\n');

it('goes on with the nodes that later pieces name, and with no others', () => {
  const pieces = cutStatement(`${merges(30)}\nMERGE (a1)-[:TO]->(a29)\nWITH a2 AS last RETURN last.n`);
  expect(pieces?.map(({ needs, gives }) => ({ needs, gives }))).toEqual([
    { needs: [], gives: ['a1', 'a2'] },
    { needs: ['a1', 'a2'], gives: [] },
  ]);
});

it('keeps places: lines of a piece are lines of the statement', () => {
  const cypher = merges(60);
  for (const { text, linesBefore } of cutStatement(cypher) ?? []) {
    const line = text.split('\n').findIndex((each) => each.startsWith('MERGE'));
    expect(cypher.split('\n')[line - linesBefore]).toBe(text.split('\n')[line]);
  }
});

it.each([
  ['is short', 'MERGE (a) MERGE (b) MERGE (a)-[:X]->(b)'],
  ['goes on with a relation', `MERGE ()-[r:X]->() ${merges(40)} SET r.x = 1`],
  ['goes on with a path', `MATCH p = (a)-[:X]->(b) ${merges(40)} RETURN length(p)`],
  ['returns all variables', `${merges(40)} RETURN *`],
  ['unwinds first', `UNWIND [1, 2] AS x ${merges(40)}`],
])('leaves alone a statement that %s', (_what, cypher) => {
  expect(cutStatement(cypher)).toBeUndefined();
});
