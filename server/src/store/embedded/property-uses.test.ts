import { describe, expect, it } from 'vitest';

import type { Parameters } from '../values.ts';
import { codeTokens } from './code-tokens.ts';
import { propertyUses } from './property-uses.ts';

describe('finds what no property can hold', () => {
  it.each<[string, Parameters, string, string]>([
    ['CREATE (n {p: {a: 1}})', {}, 'p', 'a map'],
    ["CREATE (n {p: [1, 'a']})", {}, 'p', 'a list of mixed kinds'],
    ['CREATE (n {p: [1, null]})', {}, 'p', 'a list with null'],
    ['CREATE (n {p: [[1]]})', {}, 'p', 'a list of lists or maps'],
    ['MERGE (n {id: null})', {}, 'id', 'null, on which nothing can be merged'],
    ['MERGE (n:L {`a b`: $x})', { x: null }, 'a b', 'null, on which nothing can be merged'],
    ['MERGE (a)-[r:R {id: $row.id}]->(b)', { row: {} }, 'id', 'null, on which nothing can be merged'],
    [
      'UNWIND $rows AS row MERGE (n {id: row.id})',
      { rows: [{ id: 1 }, {}] },
      'id',
      'null, on which nothing can be merged',
    ],
    ['MERGE (n {id: 1}) ON CREATE SET n.p = $x, n.q = 1', { x: { a: 1 } }, 'p', 'a map'],
    ['MATCH (n) SET n += $x RETURN n', { x: { p: { a: 1 } } }, 'p', 'a map'],
    ['MATCH (n) SET n = {p: [true, 1]}', {}, 'p', 'a list of mixed kinds'],
    ['CREATE (n:L $x)', { x: { p: [[]] } }, 'p', 'a list of lists or maps'],
    ['UNWIND $rows AS row CREATE (n) SET n += row', { rows: [{ p: {} }] }, 'p', 'a map'],
    [
      'UNWIND $rows AS row MERGE (n {id: row.id}) SET n += row.more',
      { rows: [{ id: 1, more: { p: {} } }] },
      'p',
      'a map',
    ],
    ['UNWIND [{id: 1}, {x: 2}] AS r MERGE (n {id: r.id})', {}, 'id', 'null, on which nothing can be merged'],
    ['UNWIND [{a: [1, $x]}] AS r CREATE (n {p: r.a})', { x: 'a' }, 'p', 'a list of mixed kinds'],
    ['MATCH (m) WITH m, {a: 1} AS map CREATE (n {p: map})', {}, 'p', 'a map'],
    ['WITH [1] AS a, null AS x MERGE (n {id: x})', {}, 'id', 'null, on which nothing can be merged'],
    ['FOREACH (x IN $list | CREATE (n {p: $x}))', { x: { a: 1 }, list: [1] }, 'p', 'a map'],
  ])('%s', (cypher, parameters, ...[name, reason]) => {
    expect(propertyUses(codeTokens(cypher))(parameters)).toEqual({ name, reason });
  });
});

describe('leaves alone what can be stored, or cannot be told', () => {
  it.each<[string, Parameters]>([
    ["CREATE (n {p: 1, q: ['a', 'b'], r: null, s: [1, 1.5], t: []})", {}],
    ['MERGE (n {id: $id}) SET n.p = $p', { id: 1, p: null }],
    ['UNWIND $rows AS row WITH row WHERE row.id IS NOT NULL MERGE (n {id: row.id})', { rows: [{}] }],
    ['UNWIND $rows AS row WITH 1 AS row MERGE (n {id: row})', { rows: [null] }],
    ['FOREACH (x IN CASE WHEN $a THEN [1] ELSE [] END | MERGE (n {id: x}))', { a: true }],
    ['WITH {a: 1} AS map CREATE (n {p: map.a}) SET n.q = map[0]', {}],
    ['WITH {a: 1} AS map WITH size(map) AS map CREATE (n {p: map})', {}],
    ['UNWIND [{a: 1}, {a: 2}] AS r UNWIND [r, {b: 1}] AS s CREATE (n) SET n += s', {}],
    ['CREATE (n {p: toString($x), q: $x.a})', { x: { a: 1 } }],
    ['CREATE (n {p: $x[0], q: coalesce($y, 1)})', { x: [1, 'a'], y: null }],
    ['MATCH (n) WHERE n.x = $x SET n.y = 1', { x: { a: 1 } }],
    ['CREATE (n) RETURN {a: {b: 1}} AS map, [1, null] AS list', {}],
    ['MATCH (n) SET n += $x', { x: { a: 1, b: null } }],
  ])('%s', (cypher, parameters) => {
    expect(propertyUses(codeTokens(cypher))(parameters)).toBeUndefined();
  });
});
