import { expect, test } from 'vitest';

import { codeTokens } from './code-tokens.ts';
import { statementForm } from './statement-form.ts';

const form = (cypher: string): string => statementForm(codeTokens(cypher));

test.each([
  [
    'MATCH (a:Entity {id: $value1}), (b:Entity {id: $value2}) MERGE (a)-[r:MET {id: $x}]->(b) SET r += {n: $y, q: $z}',
    'MATCH (a:Article {id: $x})\n, (b:Step /* */ {n: $y}) MERGE (a)-[r:KNOWS {key: $x}]->(b) SET r += {a: $v}',
  ],
  ['MERGE (e:Entity {id: $a}) SET e:Person:Source', 'MERGE (e:Place {id: $b}) SET e:City'],
])('%s is like %s', (one, other) => {
  expect(form(one)).toBe(form(other));
});

test.each([
  ['MATCH (n:N) SET n.x = $a', 'MATCH (n:N) DELETE n'],
  ['RETURN {a: load}', 'RETURN {a: call}'],
  ['CALL { MATCH (n:A) DELETE n }', 'CALL { MATCH (n:A) RETURN n }'],
  ['MATCH (n {x: $a}) RETURN n', 'MATCH (n {x: f($a)}) RETURN n'],
  ['CALL db.labels()', 'CALL db.awaitIndexes()'],
  ['LOAD CSV FROM $a AS x CREATE (:N)', 'UNWIND $a AS x CREATE (:N)'],
  ["RETURN 'key : $ , key : $'", 'RETURN {key: $a}'],
])('%s is unlike %s', (one, other) => {
  expect(form(one)).not.toBe(form(other));
});
