import neo4j, { type Driver } from 'neo4j-driver';

/** A Neo4j server that the test runner started, as it stands in `CLAIMGRAPH_TEST_NEO4J`. */
export interface TestNeo4j {
  readonly name: string;
  /** The one of vitest's workers that has it for itself; without it, there is but one worker. */
  readonly worker?: number;
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

/** The servers that this run has for this worker, one of each release; none when there is no Java, or for a quick run. */
export function testNeo4js(): readonly TestNeo4j[] {
  const servers: unknown = JSON.parse(process.env['CLAIMGRAPH_TEST_NEO4J'] ?? '[]');
  if (!Array.isArray(servers)) throw new Error('CLAIMGRAPH_TEST_NEO4J must be a JSON array');
  const own = Number(process.env['VITEST_POOL_ID']);
  return (servers as TestNeo4j[]).filter(({ worker = own }) => worker === own);
}

/** Takes everything out of a server: nodes, relationships, constraints and indexes. */
export async function emptyNeo4j({ uri, username, password }: TestNeo4j): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { telemetryDisabled: true });
  try {
    await deleteAll(driver);
    await dropAll(driver, 'CONSTRAINT', 'SHOW CONSTRAINTS YIELD name RETURN name');
    await dropAll(driver, 'INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
  } finally {
    await driver.close();
  }
}

/** In pieces, since a server with little memory cannot delete a large graph at once. */
async function deleteAll(driver: Driver): Promise<void> {
  const session = driver.session();
  try {
    await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS');
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
  } finally {
    await session.close();
  }
}

async function dropAll(driver: Driver, kind: 'CONSTRAINT' | 'INDEX', namesQuery: string): Promise<void> {
  const { records } = await driver.executeQuery(namesQuery);
  for (const record of records) {
    await driver.executeQuery(`DROP ${kind} $name IF EXISTS`, { name: record.get('name') as string });
  }
}
