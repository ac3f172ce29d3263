import neo4j, { type Plan } from 'neo4j-driver';

import { encodeParameters } from '../../server/src/store/neo4j/neo4j-values.ts';
import type { Parameters } from '../../server/src/store/values.ts';
import type { TestNeo4j } from '../support/neo4j.ts';

/** The names of the operators with which a Neo4j would run a statement. */
export async function planOf(
  server: TestNeo4j | undefined,
  cypher: string,
  parameters: Parameters,
): Promise<readonly string[]> {
  if (server === undefined) throw new Error('There is no Neo4j.');
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  try {
    // One that was made while the graph was small is kept for ten seconds, whatever became of the graph.
    await driver.executeQuery('CALL db.clearQueryCaches()');
    const { summary } = await driver.executeQuery(`EXPLAIN ${cypher}`, encodeParameters(parameters));
    return summary.plan === false ? [] : operatorsOf(summary.plan);
  } finally {
    await driver.close();
  }
}

function operatorsOf({ operatorType, children }: Plan): readonly string[] {
  return [operatorType, ...children.flatMap(operatorsOf)];
}
