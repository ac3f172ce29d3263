import { expect, it, test } from 'vitest';

import { split } from './splitter.ts';
import { offsetAsWritten, statementShape } from './statement-shape.ts';

function shapeOf(text: string): ReturnType<typeof statementShape> {
  const [part] = split(text).parts;
  return part ? statementShape(part, text) : null;
}

test.each([
  [
    `MERGE (a:E {id: 'x', n: 1}) SET a.name = 'It\\'s', a += {t: "y"}`,
    ['x', "It's", 'y'],
    `MERGE (a:E {id: $text1, n: 1}) SET a.name = $text2, a += {t: $text3}`,
  ],
  [
    `UNWIND ['a', 'b'] AS id MATCH (e) WHERE e.id IN ['c'] RETURN e`,
    ['a', 'b', 'c'],
    `UNWIND [$text1, $text2] AS id MATCH (e) WHERE e.id IN [$text3] RETURN e`,
  ],
  [`MATCH (a) WHERE a.x = 'y' RETURN a`, ['y'], `MATCH (a) WHERE a.x = $text1 RETURN a`],
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
  expect(offsetAsWritten(shape.cypher.indexOf('$text2'), shape.lifted)).toBe(text.indexOf(`'a long`));
  expect(offsetAsWritten(shape.cypher.length, shape.lifted)).toBe(text.length);
});
