/** What a hostile script would read or reach. */
export interface Canaries {
  readonly file: string;
  readonly url: string;
}

/** Statements that read files or pages, as databases, their extensions and other languages know them. */
function reading({ file, url }: Canaries): readonly string[] {
  return [
    `LOAD CSV FROM 'file://${file}' AS row CREATE (:Stolen {x: row[0]})`,
    `LOAD CSV WITH HEADERS FROM '${file}' AS row CREATE (:Stolen {x: row})`,
    `LOAD CSV FROM '${url}' AS row CREATE (:Stolen {x: row[0]})`,
    `LOAD DATA FROM '${file}' FORMAT CSV AS row CREATE (:Stolen {x: row})`,
    `LOAD PARQUET FROM '${file}' AS row CREATE (:Stolen {x: row})`,
    `CALL { LOAD CSV FROM '${file}' AS row RETURN row } CREATE (:Stolen {x: row[0]})`,
    `CALL ( ) { CALL { LOAD CSV FROM '${url}' AS row CREATE (:Stolen {x: row[0]}) } }`,
    `FOREACH ( x IN [1] | LOAD CSV FROM '${file}' AS row CREATE (:Stolen) )`,
    `USING PERIODIC COMMIT 10 LOAD CSV FROM '${file}' AS row CREATE (:Stolen)`,
    `CYPHER 5 LOAD CSV FROM '${file}' AS row CREATE (:Stolen {x: row[0]})`,
    `PROFILE LOAD CSV FROM '${file}' AS row CREATE (:Stolen {x: row[0]})`,
    `CALL apoc.load.json ('${url}') YIELD value CREATE (:Stolen)`,
    `CALL apoc.cypher.runFile ('file://${file}')`,
    `CALL apoc . \`import\` . csv ([], [], {})`,
    `CALL apoc.export.cypher.all ('${file}', {})`,
    `CALL genai.vector.encodeBatch (['x'], 'OpenAI', {token: '${url}'}) YIELD vector CREATE (:Stolen)`,
    `RETURN apoc.load.getJson ('${url}')`,
    `WITH apoc.util.md5 ([1]) AS x CREATE (:Stolen {x: x})`,
    `RETURN \`genai\` . vector . encode ('x', 'OpenAI', {})`,
    `EXPORT DATABASE '${file}'`,
    `COPY Stolen FROM '${file}'`,
  ];
}

/** Statements that govern the database, other databases or the loader's own memory. */
const governing: readonly string[] = [
  `CREATE USER eve SET PASSWORD 'evil-password' CHANGE NOT REQUIRED`,
  `ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'evil-password'`,
  `GRANT ROLE admin TO eve`,
  `CREATE DATABASE evil`,
  `DROP DATABASE neo4j`,
  `STOP DATABASE neo4j`,
  `SHOW USERS YIELD user`,
  `SHOW SETTINGS YIELD name`,
  `TERMINATE TRANSACTIONS 'neo4j-transaction-1'`,
  `CALL dbms.listConfig () YIELD name CREATE (:Stolen {x: name})`,
  `CALL dbms.setConfigValue ('server.directories.import', '/')`,
  `CALL dbms.security.createUser ('eve', 'evil-password', false)`,
  `CALL db.clearQueryCaches ( )`,
  `USE system MATCH (n) RETURN n`,
  `CALL { USE system MATCH (n) RETURN n } CREATE (:Stolen)`,
  `DROP CONSTRAINT entity_id IF EXISTS`,
  `DROP INDEX entity_name IF EXISTS`,
  `MATCH (s:LoadedScript) SET s.checksum = 'x'`,
  `CREATE (:Load {sequence: 99})`,
  `MERGE (c: \`LoadCounter\` ) SET c.sequence = 0`,
  `MATCH (n) SET n: $( 'LoadedScript' )`,
  `:source evil.cypher`,
  `:use system`,
];

const deleting: readonly string[] = [
  `MATCH (n) DETACH DELETE n`,
  `MATCH (n) NODETACH DELETE n`,
  `MATCH (n) FOREACH ( x IN [n] | DELETE x )`,
  `MATCH (n) CALL { WITH n DETACH DELETE n }`,
  `MATCH (n) REMOVE n.name`,
  `MATCH (n) REMOVE n:Entity`,
];

const gap = / /g;
const firstWord = /[A-Z]{2,}/;

/** Ways to hide a statement from those who read text instead of Cypher. */
const disguises: readonly ((statement: string) => string)[] = [
  (statement) => statement,
  (statement) => statement.replaceAll(/\b[A-Z]{2,}\b/g, (word) => word.toLowerCase()),
  (statement) => statement.replaceAll(gap, '\n\t'),
  (statement) => statement.replace(gap, '/**/'),
  (statement) => statement.replaceAll(gap, " /* ' ; */ "),
  (statement) => statement.replace(gap, " // it's hidden ; \n"),
  (statement) =>
    statement.replace(firstWord, (word) => `\\u00${word.charCodeAt(0).toString(16)}${word.slice(1)}`),
  (statement) => statement.replace(gap, '\u00A0'),
  (statement) => `RETURN ';' AS x; ${statement}`,
  (statement) => `MATCH (harmless {text: '/*'}) WITH harmless ${statement} // */`,
];

/** Hundreds of scripts that want what no script may have. */
export function hostileScripts(canaries: Canaries): readonly string[] {
  return disguised([...reading(canaries), ...governing, ...deleting]);
}

/** Those of them that read, against a user who permitted one folder. */
export function readingScripts(canaries: Canaries, escapes: readonly string[]): readonly string[] {
  const ways = escapes.map((url) => `LOAD CSV FROM '${url}' AS row CREATE (:Stolen {x: row[0]})`);
  return disguised([...reading(canaries), ...ways]);
}

function disguised(statements: readonly string[]): readonly string[] {
  return statements.flatMap((statement) => disguises.map((disguise) => `${disguise(statement)};`));
}
