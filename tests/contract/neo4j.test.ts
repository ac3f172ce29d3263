import { createServer, type Server, type Socket } from 'node:net';

import { describe, expect, it } from 'vitest';

import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { emptyNeo4j, testNeo4js } from '../support/neo4j.ts';

const account = { username: 'neo4j', password: 'canary-password' };

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a Neo4j that cannot be had', () => {
  it('is named with what to do when nobody answers there, before the user gives up', async () => {
    const store = await openNeo4jStore({ uri: 'bolt://127.0.0.1:17290', ...account });
    const start = performance.now();
    for (const work of [
      store.describe(),
      store.read(async (transaction) => transaction.run('RETURN 1 AS value')),
    ]) {
      expect(await errorOf(work)).toMatchObject({
        name: 'StoreError',
        code: 'UNAVAILABLE',
        message: 'Neo4j at bolt://127.0.0.1:17290 does not answer.',
        hint: expect.stringContaining('npm run neo4j') as string,
        retriable: true,
      });
    }
    expect(performance.now() - start).toBeLessThan(20_000);
    await store.close();
  });

  it('is given up in time when it takes the connection and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = await listen(createServer((socket) => sockets.push(socket)));
    const store = await openNeo4jStore({ uri: `bolt://127.0.0.1:${portOf(silent)}`, ...account });
    const start = performance.now();
    const reading = store.read(async (transaction) => transaction.run('RETURN 1 AS value'), {
      timeoutMs: 500,
    });
    expect(await errorOf(reading)).toMatchObject({ name: 'StoreError', code: 'TIMEOUT' });
    expect(performance.now() - start).toBeLessThan(3_000);
    for (const socket of sockets) socket.destroy();
    await store.close();
    silent.close();
  });

  it.each(['http://127.0.0.1:7474', 'no address', 'bolt://neo4j:canary-password@127.0.0.1:17290'])(
    'is not looked for at %s',
    async (uri) => {
      const error = await errorOf(
        openNeo4jStore({ uri, ...account }).then(async (store) => store.describe()),
      );
      expect(error).toMatchObject({ name: 'StoreError' });
      expect(String((error as Error).message)).not.toContain('canary-password');
    },
  );
});

async function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

describe.each(testNeo4js())('$name', (server) => {
  it.each([
    ['SHOW PROCEDURES', 'ShowProcedures'],
    ['SHOW USERS', 'AdministrationCommand'],
    ["TERMINATE TRANSACTION 'x'", 'TerminateTransactions'],
    ['CALL dbms.components()', 'ProcedureCall dbms.components'],
    ["LOAD CSV FROM 'file:///x' AS line RETURN line", 'LoadCSV'],
  ])('names the step for which a statement is refused: %s', async (cypher, step) => {
    const store = await openNeo4jStore(server);
    const work = store.write(async (transaction) => transaction.vet(cypher, {}, { deletes: true }));
    expect(await errorOf(work)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringMatching(new RegExp(`step ${step}\\.$`, 'u')) as string,
    });
    await store.close();
  });

  it('names a wrong password and does not repeat it', async () => {
    const store = await openNeo4jStore({ ...server, password: 'canary-password' });
    const error = await errorOf(store.describe());
    expect(error).toMatchObject({
      name: 'StoreError',
      code: 'UNAUTHENTICATED',
      hint: 'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
      retriable: false,
    });
    expect(JSON.stringify(error) + String((error as Error).message)).not.toContain('canary-password');
    await store.close();
  });

  it('names a database that does not exist', async () => {
    const store = await openNeo4jStore({ ...server, database: 'nowhere' });
    expect(await errorOf(store.describe())).toMatchObject({
      code: 'UNAVAILABLE',
      hint: 'Check NEO4J_DATABASE.',
    });
    await store.close();
  });

  it('says product, version and place', async () => {
    await withStore(async (store) => {
      const { hostname, port } = new URL(server.uri);
      expect(await store.describe()).toEqual({
        kind: 'neo4j',
        product: server.name,
        location: `bolt://${hostname}:${port}`,
      });
    });
  });

  it('makes its index again when somebody dropped it', async () => {
    await withStore(async (store) => {
      await store.write(async (transaction) => transaction.run("CREATE (:Entity {id: 'cia', name: 'CIA'})"));
      expect(await store.searchText('cia', 5)).toHaveLength(1);
      await store.schema('DROP INDEX claimgraph_entity_names');
      expect(await store.searchText('cia', 5)).toHaveLength(1);
    });
  });

  it('finds what was there before the index', async () => {
    await withStore(async (store) => {
      await store.write(async (transaction) =>
        transaction.run("UNWIND range(1, 5000) AS n CREATE (:Entity {id: 'e' + n, name: 'Entity ' + n})"),
      );
      expect(await store.searchText('4711', 1)).toMatchObject([{ id: 'e4711' }]);
    });
  });

  it('reads neither files nor addresses from Cypher', async () => {
    const requests: Socket[] = [];
    const canary = await listen(createServer((socket) => requests.push(socket)));
    await withStore(async (store) => {
      for (const url of [
        'file:///etc/hostname',
        `http://127.0.0.1:${portOf(canary)}/x`,
        `http://localhost:${portOf(canary)}/`,
      ]) {
        const loading = store.read(async (transaction) =>
          transaction.run('LOAD CSV FROM $url AS line RETURN line', { url }),
        );
        await expect(loading).rejects.toMatchObject({ name: 'StoreError' });
      }
    });
    expect(requests).toEqual([]);
    canary.close();
  });

  async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
    await emptyNeo4j(server);
    const store = await openNeo4jStore(server);
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }
});
