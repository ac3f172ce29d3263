import { expect, it, test } from 'vitest';

import { split } from './splitter.ts';
import { offsetAsWritten, statementShape } from './statement-shape.ts';

function shapeOf(text: string): ReturnType<typeof statementShape> {
  const [part] = split(text).parts;
  return part ? statementShape(part, text) : null;
}

test.each([
  [
    `SET a += {lat: -33.5, at: [1, 2.25]}`,
    [33.5, 1, 2.25],
    `SET a += {lat: -$value1, at: [$value2, $value3]}`,
  ],
  [
    `MERGE (a:E {id: 'x', n: 1}) SET a.name = 'It\\'s', a += {t: "y"}`,
    ['x', 1, "It's", 'y'],
    `MERGE (a:E {id: $value1, n: $value2}) SET a.name = $value3, a += {t: $value4}`,
  ],
  [
    `UNWIND ['a', 'b'] AS id MATCH (e) WHERE e.id IN ['c'] RETURN e`,
    ['a', 'b', 'c'],
    `UNWIND [$value1, $value2] AS id MATCH (e) WHERE e.id IN [$value3] RETURN e`,
  ],
  [`MATCH (a) WHERE a.x = 'y' RETURN a`, ['y'], `MATCH (a) WHERE a.x = $value1 RETURN a`],
])('%s', (text, values, cypher) => {
  const shape = shapeOf(text);
  expect(shape?.cypher).toBe(cypher);
  expect(Object.values(shape?.parameters ?? {})).toEqual(values);
});

test.each([
  [`RETURN 'alone'`],
  [`MATCH (n) RETURN n['key'], substring('abc', 1), 'a' + 'b'`],
  [`MATCH (n) SET n.x = 'a' + n.y`],
  [`MATCH (n {id: $own}) SET n.x = 'a'`],
  [`MATCH (a)-[*1..3]->(b) SET a.whole = 1.0, a.wide = 9007199254740993, a.hex = 0x1F RETURN b LIMIT 5`],
])('what is no plain value stays in %s', (text) => {
  expect(shapeOf(text)).toBeNull();
});

it('leads from each place in a shape to its place in the script', () => {
  const text = `MERGE (a {id: 'x', name: 'a long name'}) SET a.y = 'z' RETURN a`;
  const shape = shapeOf(text);
  if (!shape) throw new Error('nothing was lifted');
  for (const word of ['MERGE', 'name:', 'SET', 'RETURN']) {
    expect(offsetAsWritten(shape.cypher.indexOf(word), shape.lifted)).toBe(text.indexOf(word));
  }
  expect(offsetAsWritten(shape.cypher.indexOf('$value2'), shape.lifted)).toBe(text.indexOf(`'a long`));
  expect(offsetAsWritten(shape.cypher.length, shape.lifted)).toBe(text.length);
});
