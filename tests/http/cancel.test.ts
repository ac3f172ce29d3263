import { setTimeout as pause } from 'node:timers/promises';

import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createContext } from '../../server/src/graphql/base/context.ts';
import { buildSchema } from '../../server/src/graphql/schema.ts';
import { requestLimits } from '../../server/src/http/limits.ts';
import { listen } from '../../server/src/http/listen.ts';
import { routes } from '../../server/src/http/routes.ts';
import { createHttpServer } from '../../server/src/http/server.ts';
import { stopListening } from '../../server/src/http/stop.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import { passingOn } from '../../server/src/store/passing-on.ts';
import type { Store, TransactionOptions } from '../../server/src/store/store.ts';
import { openApp, quietLog, type TestApp } from '../support/app.ts';
import { subscribe } from '../support/event-stream.ts';
import { openLoadedStore, shippedVocabulary } from '../support/loaded-store.ts';
import { testNeo4js } from '../support/neo4j.ts';
import { forEachKindOfStore } from '../support/stores.ts';

/** Hours of work on any database, which notices while at it when it is told to end. */
const slowStatement = `UNWIND range(1, 1000000000) AS claimgraphSlow UNWIND range(1, 1000) AS other
  WITH claimgraphSlow * other AS product WHERE product < 0 RETURN count(product) AS found`;

const question = { query: '{ statistics { claims } }' };

function post(url: string, signal: AbortSignal): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(question), signal });
}

describe.each(testNeo4js().slice(0, 1))('$name', (server) => {
  let store: Store;
  let slow: Store;
  let watcher: Driver;
  let close: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    store = await openNeo4jStore(server);
    slow = {
      ...passingOn(store),
      read: async (work, options) =>
        store.read(async (transaction) => {
          // What the server asks on its own account is none of this.
          if (options?.signal) await transaction.run(slowStatement);
          return work(transaction);
        }, options),
      query: async (cypher, parameters, options) => {
        if (options?.signal) await store.query(slowStatement, {}, options);
        return store.query(cypher, parameters, options);
      },
    };
    watcher = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  });
  afterEach(async () => close());
  afterAll(async () => {
    await store.close();
    await watcher.close();
  });

  async function running(): Promise<number> {
    const { records } = await watcher.executeQuery(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'UNWIND range(1, 1000000000)' RETURN count(*) AS n",
    );
    // It shows itself as well.
    return Number(records[0]?.get('n')) - 1;
  }

  async function opened(app: TestApp): Promise<TestApp> {
    close = async () => app.close();
    return app;
  }

  it('has nothing left of a query two seconds after its client left', async () => {
    const { url } = await opened(await openApp({ store: slow }));
    const leaving = new AbortController();
    const answer = post(url, leaving.signal);
    await expect.poll(running).toBeGreaterThan(0);
    leaving.abort();
    await expect(answer).rejects.toThrow('aborted');
    await expect.poll(running, { timeout: 2_000, interval: 50 }).toBe(0);
  });

  it('has nothing left of a query whose deadline passed', async () => {
    const vocabulary = await shippedVocabulary();
    const http = createHttpServer({
      routes: routes({
        schema: buildSchema(),
        createContext: ({ signal }) => createContext({ store: slow, vocabulary, signal }),
        store,
        explorerFolder: '/nowhere',
        jobs: null,
        notReady: () => null,
        metrics: null,
        limits: { ...requestLimits, deadlineMs: 1_500 },
        log: quietLog,
      }),
      hosts: [],
      origins: [],
      tokens: {},
      log: quietLog,
    });
    close = async () => stopListening(http);
    const url = await listen(http, { host: '127.0.0.1', port: 0 });
    const answer = post(url, new AbortController().signal);
    await expect.poll(running).toBeGreaterThan(0);
    expect(await (await answer).json()).toMatchObject({
      errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    await expect.poll(running, { timeout: 2_000, interval: 50 }).toBe(0);
  });

  it('gives every connection back: more clients leave than there are connections', async () => {
    const { url } = await opened(await openApp({ store: slow }));
    for (let round = 0; round < 15; round += 1) {
      const leaving = new AbortController();
      const answers = Array.from({ length: 8 }, async () => post(url, leaving.signal));
      await expect.poll(running).toBeGreaterThan(0);
      leaving.abort();
      await Promise.allSettled(answers);
    }
    await expect.poll(running, { timeout: 2_000, interval: 50 }).toBe(0);
    const counts = await Promise.all(
      Array.from({ length: 20 }, async () =>
        store.read(async (transaction) => (await transaction.run('RETURN 1 AS one')).rows.length),
      ),
    );
    expect(counts).toEqual(Array.from({ length: 20 }, () => 1));
  });
});

forEachKindOfStore((_, open) => {
  /** A store of which what requests ask, but for the first few, is answered when nobody waits for it. */
  async function holding(pass = 0): Promise<{ readonly app: TestApp; readonly held: AbortSignal[] }> {
    const loaded = await openLoadedStore(open);
    const held: AbortSignal[] = [];
    let passed = 0;
    const wait = async (signal: AbortSignal | undefined): Promise<void> => {
      if (!signal || passed++ < pass) return;
      held.push(signal);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
    };
    const store: Store = {
      ...passingOn(loaded),
      read: async (work, options: TransactionOptions = {}) => {
        await wait(options.signal);
        return loaded.read(work, options);
      },
      query: async (cypher, parameters, options = {}) => {
        await wait(options.signal);
        return loaded.query(cypher, parameters, options);
      },
      searchText: async (text, limit, signal) => {
        await wait(signal);
        return loaded.searchText(text, limit, signal);
      },
    };
    return { app: await openApp({ store }), held };
  }

  it.each([
    '{ statistics { claims } }',
    '{ search(query: "cia") { totalCount } }',
    '{ types { entityTypes { name } } }',
    '{ changes { totalCount } }',
  ])('asks the store for nothing more once the client of %s has left', async (query) => {
    const { app, held } = await holding();
    try {
      const leaving = new AbortController();
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ query });
      const answer = fetch(`${app.url}/graphql`, { method: 'POST', headers, body, signal: leaving.signal });
      await expect.poll(() => held.length).toBeGreaterThan(0);
      const asked = held.length;
      leaving.abort();
      await expect(answer).rejects.toThrow('aborted');
      await expect.poll(() => held.every((signal) => signal.aborted)).toBe(true);
      await pause(100);
      expect(held.length).toBe(asked);
    } finally {
      await app.close();
    }
  });

  it.each([0, 1])('ends what a subscription asks once its reader has left, at step %i', async (step) => {
    const { app, held } = await holding(step);
    try {
      const document = 'subscription { graphChanged(since: 0) { sequence article { title } } }';
      const stream = await subscribe(app.url, document);
      void stream.next().catch(() => undefined);
      await expect.poll(() => held.length).toBeGreaterThan(0);
      stream.close();
      await expect.poll(() => held.every((signal) => signal.aborted)).toBe(true);
    } finally {
      await app.close();
    }
  });
});
