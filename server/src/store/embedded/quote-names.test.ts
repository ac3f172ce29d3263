import { expect, it } from 'vitest';

import { quoteNames } from './quote-names.ts';

it.each([
  ['MATCH (a)-[:IN]->(b:Set) RETURN a.is', 'MATCH (a)-[:`IN`]->(b:`Set`) RETURN a.`is`'],
  ['MATCH ()-[r:A|In]->() SET r.as = 1', 'MATCH ()-[r:A|`In`]->() SET r.`as` = 1'],
  ['CREATE ({x: null, case: true})', 'CREATE ({x: null, `case`: true})'],
])('writes names of %j in backticks', (cypher, quoted) => {
  expect(quoteNames(cypher)).toBe(quoted);
});

it.each([
  ['RETURN [x IN l | null], {a: true, b: CASE WHEN n:A THEN 1. ELSE 2 END}, l[1..null]'],
  ["MATCH (n:A) WHERE n.x IN ['a.in', ':IN'] // :IN"],
  ['MATCH (n) WHERE EXISTS { MATCH (n)--() } AND NOT n.y IS NULL RETURN n'],
])('leaves %j alone', (cypher) => {
  expect(quoteNames(cypher)).toBe(cypher);
});
