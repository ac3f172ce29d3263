import { describe, expect, it } from 'vitest';

import { neo4jSyntaxFindings } from '../../server/src/loader/neo4j-syntax.ts';
import { split } from '../../server/src/loader/splitter.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import { testNeo4js } from '../support/neo4j.ts';

/** What Neo4j refuses at a place. */
const refused: readonly (readonly [string, number])[] = [
  ['MERGE (a:A {id: 1}) MATCH (b:B) RETURN b', 21],
  ['CREATE (a:A) OPTIONAL MATCH (b) RETURN b', 14],
  ['MATCH (a) SET a.x = 1 UNWIND [1] AS x RETURN x', 23],
  ['MERGE (a:A) ON CREATE SET a.x = 1 MATCH (b) RETURN b', 35],
  ['FOREACH (x IN [1] | CREATE (:N)) MATCH (n) RETURN n', 34],
  ['MATCH (n) DETACH DELETE n CALL { RETURN 1 AS x } RETURN x', 27],
  ['CREATE (a:A) CREATE (a:B)', 22],
  ['CREATE (a:A), (b:B), (a {x: 1})', 23],
  ['MATCH (a:A) MERGE (a {x: 1})', 20],
  ['MATCH (n)', 1],
  ['MATCH (n) WITH n WHERE n.x = 1', 11],
  ['UNWIND [1] AS x', 1],
  ['MERGE (n:A) WHERE n.x = 1', 13],
];

/** What Neo4j takes. */
const taken: readonly string[] = [
  'MERGE (a:A {id: 1}) MERGE (b:B) MERGE (a)-[:X]->(b) SET a.x = 1 CREATE (a)-[:Y]->(:C) RETURN a',
  'CREATE (a:A) WITH a MATCH (b) WHERE b.x STARTS WITH "c" RETURN b',
  'MATCH (a:A) MATCH (a:B) MATCH (a {x: 1}) CREATE (a)-[:X]->(b:B), (b)-[:Y]->(a)',
  'MATCH (match:Match) SET match.set = 1, match.with = match.match RETURN match AS create',
  'MATCH (a) WITH a.x AS a CREATE (b:B {a: a}) WITH b CREATE (a:A)',
  'MATCH (a) RETURN a UNION CREATE (a:A) RETURN a',
  'CALL { MATCH (n) RETURN n } SET n.x = 1',
  'MATCH (n) FOREACH (x IN [1] | SET n.x = x) FOREACH (x IN [1] | MERGE (n)-[:X]->(:M))',
  'MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x = 1 } DETACH DELETE n',
  'UNWIND [1] AS x CREATE (:N {x: x}) RETURN count(*) AS set ORDER BY set',
  'MERGE (a:A) ON MATCH SET a.x = 1 ON CREATE SET a.y = 1',
  'CREATE (a {b: size([x IN [1] WHERE x > 0]), c: CASE WHEN true THEN 1 END})-[:X {d: 1}]->(b)',
];

function placesOf(text: string): readonly (number | null)[] {
  return split(text).parts.flatMap((part) => neo4jSyntaxFindings(part, text).map(({ offset }) => offset + 1));
}

it.each(refused)('%s is refused', (text, column) => {
  expect(placesOf(text)).toEqual([column]);
});

it.each(taken)('%s is taken', (text) => {
  expect(placesOf(text)).toEqual([]);
});

describe.each(testNeo4js())('$name', (server) => {
  it('agrees', async () => {
    const store = await openNeo4jStore(server);
    const columnOf = async (text: string): Promise<number | undefined> => {
      try {
        await store.read(async (transaction) => transaction.run(`EXPLAIN ${text}`));
        return undefined;
      } catch (error) {
        return ((error as { position?: { column: number } }).position?.column ?? 0) - 'EXPLAIN '.length;
      }
    };
    try {
      const answers = await Promise.all(refused.map(async ([text]) => [text, await columnOf(text)]));
      expect(answers).toEqual(refused);
      expect(await Promise.all(taken.map(columnOf))).toEqual(taken.map(() => undefined));
    } finally {
      await store.close();
    }
  });
});
