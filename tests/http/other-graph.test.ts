import { beforeAll, describe, expect, it } from 'vitest';

import { createLog } from '../../server/src/app/log.ts';
import { readSettings } from '../../server/src/app/settings.ts';
import { startServer } from '../../server/src/app/start.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphSummary } from '../support/graph-digest.ts';
import { emptyNeo4j, testNeo4js } from '../support/neo4j.ts';

describe.skipIf(testNeo4js().length === 0)('Neo4j', () => {
  describe.each(testNeo4js())('a server on $name', (neo4j) => {
    let store: Store;
    beforeAll(async () => {
      await emptyNeo4j(neo4j);
      store = await openNeo4jStore(neo4j);
      return () => store.close();
    });

    async function start(): Promise<{ readonly told: string; readonly answer: unknown }> {
      let told = 'nothing';
      const settings = readSettings({
        PORT: '0',
        CLAIMGRAPH_STORE: neo4j.uri,
        NEO4J_USERNAME: neo4j.username,
        NEO4J_PASSWORD: neo4j.password,
      });
      const server = await startServer(settings, {
        log: createLog('warn'),
        onLoaded: () => (told = 'loaded'),
        onOtherGraph: () => (told = 'another graph'),
      });
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          query: '{ statistics { entities } search(query: "waybridge") { totalCount } }',
        }),
      });
      const answer = (await response.json()) as { data: unknown };
      await server.close();
      return { told, answer: answer.data };
    }

    it('writes nothing into a graph that somebody else keeps there, and serves it', async () => {
      await store.write((transaction) =>
        transaction.run(`CREATE (:Town {name: 'Waybridge'})-[:ON]->(:River)`),
      );
      const before = await graphSummary(store);
      const indexes = async () =>
        store.read((t) => t.run('SHOW INDEXES YIELD name RETURN name ORDER BY name'));
      const [known] = [await indexes()];
      expect(await start()).toEqual({
        told: 'another graph',
        answer: { statistics: { entities: 2 }, search: { totalCount: 1 } },
      });
      expect(await graphSummary(store)).toEqual(before);
      expect(await indexes()).toEqual(known);
    });

    it('loads its scripts into an empty database, and again into one that has them', async () => {
      await emptyNeo4j(neo4j);
      expect((await start()).told).toBe('loaded');
      expect((await start()).told).toBe('loaded');
    });
  });
});
