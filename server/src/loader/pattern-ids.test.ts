import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { patternFindings } from './pattern-ids.ts';
import { split } from './splitter.ts';

/** Each finding as the text it marks and what it says of it. */
function found(text: string): readonly string[] {
  return split(text).parts.flatMap((part) =>
    patternFindings(part, text).map(
      ({ offset, length = 0, message }) => `${text.slice(offset, offset + length)}: ${message}`,
    ),
  );
}

const loose = 'This changes every node that the pattern finds, entities of other articles among them.';
const computed = 'This id is put together, so that nobody sees whose it is.';

describe('what an article changes', () => {
  it.each([
    ['MATCH (n) SET n.note = 1;', `n: ${loose}`],
    ["MATCH (n:Person {name: 'Ana'}) SET n += {note: 'x'};", `n: ${loose}`],
    ["MATCH (n:Entity) WHERE n.id STARTS WITH 'a' SET n:Person;", `n: ${loose}`],
    ["MATCH (n) WHERE n.id = 'a' OR true SET n.x = 1;", `n: ${loose}`],
    ["MATCH (n) WHERE NOT n.id IN ['a'] SET n.x = 1;", `n: ${loose}`],
    ["MATCH (n) FOREACH (x IN [1] | SET n.note = 'x');", `n: ${loose}`],
    ["MERGE (e:Entity {id: 'a'}) MERGE (n) ON MATCH SET n.x = 1;", `n: ${loose}`],
    ["MERGE (e:Entity {id: 'a' + 'b'});", `'a': ${computed}`],
    ["MATCH (a:Entity {id: 'a'}) MERGE (a)-[r:MET {id: toLower('X/y')}]->(a);", `toLower: ${computed}`],
    ["WITH 'a' + 'b' AS x MERGE (e:Entity {id: x});", `x: ${computed}`],
    ["UNWIND [y IN ['b'] | 'a' + y] AS x MERGE (e:Entity {id: x});", `x: ${computed}`],
  ])('is refused: %s', (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  it.each([
    "MERGE (e:Entity {id: 'a'}) SET e:Person:Source, e += {name: 'A, SET b', set: 1}, e.x = e.y + 1;",
    "UNWIND [{id: 'a', name: 'A'}] AS row MERGE (e:Entity {id: row.id}) SET e += row;",
    "MATCH (e:Entity) WHERE e.id IN ['a', 'b'] SET e:Person;",
    "MATCH (e:Entity) WHERE e.id = $id SET e.note = size('x' + 'y');",
    "MATCH (a:Entity {id: 'a'}) MERGE (a)-[r:MET {id: 'x/y'}]->(a) SET r += {quote: 'SET n.x'};",
    "MERGE (`my e`:Entity {id: 'a'}) ON CREATE SET `my e`.x = 1 ON MATCH SET `my e`.y = [1, 2];",
  ])('is let through: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each(['TEMPLATE', '2026-01-28-cia-annex-venezuela.cypher'])('is named in %s', (file) => {
    expect(found(readFileSync(new URL(`../../../cypher/articles/${file}`, import.meta.url), 'utf8'))).toEqual(
      [],
    );
  });
});
