import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Permissions } from './load-options.ts';
import { prepareScript } from './prepare-script.ts';
import { ScriptError } from './script-problem.ts';
import type { ScriptProblem } from './script-problem.ts';

async function problemsOf(
  text: string,
  path = 'graph.cypher',
  allow: Permissions = {},
): Promise<readonly ScriptProblem[]> {
  try {
    await prepareScript({ path, file: path, text, notices: [] }, { allow });
    return [];
  } catch (error) {
    if (error instanceof ScriptError) return error.problems;
    throw error;
  }
}

/** What is said about a script, as `line:column code: message`. */
async function told(text: string, path?: string, allow?: Permissions): Promise<readonly string[]> {
  return (await problemsOf(text, path, allow)).map(
    ({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`,
  );
}

const article = 'articles/2030-05-02-port.cypher';

describe('refuses', () => {
  test.each([
    [
      "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
      '1:1 SCRIPT_NOT_ALLOWED: A script may not read files or pages.',
    ],
    [
      "MATCH (n)\nLOAD/**/CSV FROM 'x' AS row RETURN row",
      '2:1 SCRIPT_NOT_ALLOWED: A script may not read files or pages.',
    ],
    ["LOAD DATA FROM 'x' FORMAT CSV", '1:1 SCRIPT_NOT_ALLOWED: A script may not read files or pages.'],
    ['MATCH (n) DETACH // all\n DELETE n', '1:11 SCRIPT_NOT_ALLOWED: A script may not delete anything.'],
    ['MATCH (n) FOREACH (x IN [n] | DELETE x)', '1:31 SCRIPT_NOT_ALLOWED: A script may not delete anything.'],
    ['MATCH (n) REMOVE n.name', '1:11 SCRIPT_NOT_ALLOWED: A script may not remove properties or labels.'],
    [
      'CALL dbms.components()',
      '1:1 SCRIPT_NOT_ALLOWED: A script may not call procedures, such as dbms.components.',
    ],
    [
      'WITH 1. CALL `apoc` . /**/ load.`json`("x") YIELD value RETURN value',
      '1:9 SCRIPT_NOT_ALLOWED: A script may not call procedures, such as apoc.load.json.',
    ],
    [
      'CALL { CALL (x) { CALL db.index.fulltext.drop("x") } }',
      '1:19 SCRIPT_NOT_ALLOWED: A script may not call procedures, such as db.index.fulltext.drop.',
    ],
    [
      'CALL { USE other MATCH (n) RETURN n }',
      '1:8 SCRIPT_NOT_ALLOWED: A script may not reach into another database.',
    ],
    ['CYPHER 5 runtime=slotted SHOW USERS', '1:1 SCRIPT_NOT_ALLOWED: A statement may not begin with SHOW.'],
    [
      'CYPHER 5 CREATE INDEX x FOR (n:N) ON (n.x)',
      '1:1 SCRIPT_NOT_ALLOWED: A schema statement may not stand behind CYPHER.',
    ],
    [
      "RETURN apoc.load.json('http://x')",
      '1:8 SCRIPT_NOT_ALLOWED: A script may not call functions that were added to the database, such as apoc.load.json.',
    ],
    [
      'MERGE (s:`LoadedScript` {path: 1})',
      '1:10 SCRIPT_NOT_ALLOWED: LoadedScript is how the loader remembers what it loaded; no script may touch it.',
    ],
    [
      "CREATE (n:$('Loaded' + 'Script') {path: 'x'})",
      '1:11 SCRIPT_NOT_ALLOWED: A label or type may not be computed.',
    ],
    ['CREATE (n {name: {name}})', '1:18 SYNTAX: This is how Neo4j 3 and older wrote a parameter.'],
    ['SHOW USERS', '1:1 SCRIPT_NOT_ALLOWED: A statement may not begin with SHOW.'],
    ['DROP INDEX x', '1:1 SCRIPT_NOT_ALLOWED: A script may not drop constraints or indexes.'],
    [
      'ALTER CURRENT USER SET PASSWORD FROM 1 TO 2',
      '1:1 SCRIPT_NOT_ALLOWED: A statement may not begin with ALTER.',
    ],
    ['EXPLAIN MATCH (n) RETURN n', '1:1 SCRIPT_NOT_ALLOWED: A statement may not begin with EXPLAIN.'],
    [
      ":source 'other.cypher'",
      '1:1 SCRIPT_NOT_ALLOWED: ":source" is a command of a shell, which no script may give.',
    ],
    [':param now => datetime()', '1:1 SYNTAX: This parameter cannot be read.'],
    ['MATCH (n {id: $who}) RETURN n', '1:15 PARAMETER: The parameter who has no value.'],
    ['CREATE INDEX ON :Person(name, born)', '1:1 SYNTAX: This is how Neo4j 4 and older wrote it.'],
    ['(a)-[:KNOWS]->(b)', '1:1 SYNTAX: A statement cannot begin like this.'],
    ["RETURN 'open", '1:8 SYNTAX: A string is opened here and never closed.'],
    [
      String.raw`LO\u0041D CSV FROM 'x' AS r RETURN r`,
      String.raw`1:3 SYNTAX: A \u escape stands outside of a string, where it can hide what the statement does.`,
    ],
    ['MERGE (:Entity {id: null})', '1:21 VALUE: An id cannot be null.'],
    [
      "MERGE (a:Article {id: '2030-05-02-port'})",
      '1:23 ARTICLE: This makes the article "2030-05-02-port", but the script has another name.',
    ],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual([expected]);
  });

  test('schema statements in the script of an article', async () => {
    expect(await told('CREATE INDEX x IF NOT EXISTS FOR (n:E) ON (n.a)', article)).toEqual([
      "1:1 SCRIPT_NOT_ALLOWED: An article's script may not change the schema.",
    ]);
  });

  test('everything at once', async () => {
    expect(await told('MATCH (n) DELETE n;\nCALL x();\n:exit')).toHaveLength(3);
  });
});

describe('lets pass what only looks like it', () => {
  test.each([
    'MATCH (n) SET n.delete = 1, n.remove = n.call, n.load = 2',
    'CREATE (call:Call {delete: 1, remove: true})-[:DELETE]->(load:Cargo) RETURN call, load',
    'CALL db.labels() YIELD label CALL (label) { RETURN 1 AS x } RETURN label AS use, x AS call ORDER BY use',
    'CYPHER 5 planner = cost MATCH (n) WHERE COUNT { (n)--() } > 1 CALL { WITH n CREATE (:X) } IN TRANSACTIONS',
    "CREATE (n {text: 'CALL x() ; DELETE n; LOAD CSV'}) // DELETE it",
    'CREATE (n:`DETACH DELETE`)',
    'UNWIND [1, 2] AS x FOREACH (y IN [x] | CREATE (:N {y: y}))',
    "MATCH (n) SET n.day = date.truncate('day', n.at), n.where = point({x: 1, y: 2})",
    'OPTIONAL MATCH (n) RETURN n.a.b',
    'CREATE CONSTRAINT x IF NOT EXISTS FOR (n:N) REQUIRE n.id IS UNIQUE; MATCH (n) RETURN n',
    ":param who => 'ana'\nMATCH (n {id: $who, other: $`who`}) RETURN n",
  ])('%s', async (text) => {
    expect(await told(text)).toEqual([]);
  });
});

const gap = fc.constantFrom(' ', '\n', '\t', '/**/', '/* ; */ ', '// x\n', ' \r\n ');
const clause = fc.constantFrom(
  ['LOAD', 'CSV', 'FROM', "'file:///etc/passwd'", 'AS', 'r'],
  ['CALL', 'apoc', '.', 'load', '.', 'json', '(', "'http://x'", ')'],
  ['DETACH', 'DELETE', 'n'],
  ['DELETE', 'n'],
  ['DELETE', '(', 'n', ')'],
  ['REMOVE', 'n', '.', 'name'],
  ['REMOVE', '`n`', ':', 'Label'],
);

test('no clause that deletes, reads or calls passes, however it is written', async () => {
  const anyCase = (word: string): fc.Arbitrary<string> =>
    /^[A-Z]+$/.test(word) ? fc.mixedCase(fc.constant(word)) : fc.constant(word);
  const written = clause.chain((words) =>
    fc.tuple(...words.map((word) => fc.tuple(anyCase(word), gap))).map((parts) => parts.flat().join('')),
  );
  const before = fc.constantFrom(
    '',
    'MATCH (n)',
    "MATCH (n {a: ';'}) WITH n",
    'CREATE (n);',
    'FOREACH (n IN [1] |',
  );
  await fc.assert(
    fc.asyncProperty(before, gap, written, async (start, space, hostile) => {
      expect((await told(`${start}${space}${hostile}`)).join()).toContain('SCRIPT_NOT_ALLOWED');
    }),
    { numRuns: 3_000 },
  );
});

test('an old schema statement is told in its modern form', async () => {
  expect(await problemsOf('CREATE CONSTRAINT ON (p:Person) ASSERT p.name IS UNIQUE')).toMatchObject([
    { hint: 'Write: CREATE CONSTRAINT IF NOT EXISTS FOR (p:Person) REQUIRE p.name IS UNIQUE;' },
  ]);
});

test('an old form is told with the modern form of its very line', async () => {
  const hints = async (text: string): Promise<readonly string[]> => {
    const problems = await problemsOf(text, 'graph.cypher', { csvFolder: '/nowhere' });
    return problems.map(({ code, hint }) => `${code}: ${hint}`);
  };
  const told = await Promise.all(
    [
      'MATCH (n)\nWHERE has(n.x) AND exists(n.y) // old\nRETURN n',
      'START n=node(1, 2) RETURN n',
      'MATCH (a)-[r:A|:B*1..2]->(b) RETURN extract(x IN r | type(x)), filter(x IN r WHERE x.y)',
      'MATCH (a), (b) CREATE UNIQUE (a)-[:X]->(b)',
      'RETURN toInt(1)',
      "USING PERIODIC COMMIT 500\nLOAD CSV FROM 'a.csv' AS row FIELDTERMINATOR ';' CREATE (:A {x: row[0]})",
    ].map(hints),
  );
  expect(told.flat()).toEqual([
    'SYNTAX: Write: WHERE n.x IS NOT NULL AND exists(n.y) // old',
    'SYNTAX: Write: WHERE has(n.x) AND n.y IS NOT NULL // old',
    'SYNTAX: Write: MATCH (n) WHERE id(n) IN [1, 2] RETURN n',
    'SYNTAX: Write: MATCH (a)-[r:A|B*1..2]->(b) RETURN extract(x IN r | type(x)), filter(x IN r WHERE x.y)',
    'SYNTAX: Write: MATCH (a)-[r:A|:B*1..2]->(b) RETURN [x IN r | type(x)], filter(x IN r WHERE x.y)',
    'SYNTAX: Write: MATCH (a)-[r:A|:B*1..2]->(b) RETURN extract(x IN r | type(x)), [x IN r WHERE x.y]',
    'SYNTAX: Write: MATCH (a), (b) MERGE (a)-[:X]->(b)',
    'SYNTAX: Write: RETURN toInteger(1)',
    "SYNTAX: Write: LOAD CSV FROM 'a.csv' AS row FIELDTERMINATOR ';' CALL { WITH row CREATE (:A {x: row[0]}) } IN TRANSACTIONS OF 500 ROWS",
  ]);
});

test('what its user permits passes in a graph, and in no article', async () => {
  const text = 'MATCH (n:Old) DETACH DELETE n; MATCH (n:New) REMOVE n.x, n:New;';
  expect(await told(text, undefined, { delete: true })).toEqual([]);
  expect(await told(text, article, { delete: true })).toHaveLength(2);
});

test('a shell command that goes on in its line is not passed over', async () => {
  expect(
    await told(
      ':auto MATCH (n) RETURN n;\n:begin\n:rollback\n:use other\n:source x.cypher\n:params\n:begin;',
    ),
  ).toEqual([
    '1:1 SYNTAX: Behind ":auto" the line goes on, which a shell would run.',
    '3:1 SCRIPT_NOT_ALLOWED: ":rollback" is a command of a shell, which no script may give.',
    '4:1 SCRIPT_NOT_ALLOWED: ":use" is a command of a shell, which no script may give.',
    '5:1 SCRIPT_NOT_ALLOWED: ":source" is a command of a shell, which no script may give.',
  ]);
});
