import neo4j, { type Driver } from 'neo4j-driver';
import { expect, test } from 'vitest';

import { testNeo4js } from '../support/neo4j.ts';
import { articleScripts, schemaScript } from './scripts.ts';

const databases = testNeo4js();

/** As cypher-shell would cut them: at every semicolon that ends a line. Nothing of the loader takes part. */
const statements = (script: string): string[] =>
  `${script}\n`.split(/;[ \t]*\n/).filter((statement) => !/^(?:\s|\/\/[^\n]*)*$/.test(statement));

async function run(driver: Driver, script: string): Promise<void> {
  for (const statement of statements(script)) await driver.executeQuery(statement);
}

async function graphOf(driver: Driver): Promise<unknown> {
  const nodes = await driver.executeQuery(
    'MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
  );
  const relations = await driver.executeQuery(
    `MATCH (a)-[r]->(b)
     RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties
     ORDER BY source, type, target, r.id`,
  );
  return {
    nodes: nodes.records.map((row) => row.toObject()),
    relations: relations.records.map((row) => row.toObject()),
  };
}

test.skipIf(databases.length === 0)(
  'the scripts run unchanged on Neo4j without this project, and twice is as good as once',
  async () => {
    for (const { uri, username, password } of databases) {
      await using driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
      await driver.executeQuery('MATCH (n) DETACH DELETE n');
      try {
        const runAll = async (): Promise<unknown> => {
          for (const script of [schemaScript, ...articleScripts.map(({ text }) => text)])
            await run(driver, script);
          return graphOf(driver);
        };
        const once = await runAll();
        expect(once).toMatchObject({ nodes: expect.arrayContaining([expect.anything()]) });
        expect(await runAll()).toEqual(once);
      } finally {
        await driver.executeQuery('MATCH (n) DETACH DELETE n');
      }
    }
  },
);
