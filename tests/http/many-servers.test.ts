import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { portArticle } from '../loader/port-article.ts';
import { runCommand } from '../loader/program.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { type EventStream, subscribe } from '../support/event-stream.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { emptyNeo4j, testNeo4js } from '../support/neo4j.ts';
import { bearer, post } from '../support/post.ts';
import { strikeArticle } from '../support/strike-article.ts';

const writeToken = 'write-token-of-many-servers';

const mutation = 'mutation ($input: LoadScriptInput!) { loadScript(input: $input) { outcome } }';
const questions = [
  '{ statistics { entities relations claims articles } }',
  '{ changes(first: 5) { totalCount nodes { sequence action articleId addedClaims } } }',
  '{ search(query: "ruiz", first: 10) { totalCount nodes { __typename } } }',
  '{ node(id: "ana-ruiz") { ... on Entity { name degree relations(first: 20) { totalCount nodes { id standing } } } } }',
];

describe.skipIf(testNeo4js().length === 0)('Neo4j', () => {
  describe.each(testNeo4js().slice(0, 1))('two servers over one $name', (server) => {
    const stores: Store[] = [];
    const apps: TestApp[] = [];
    let streams: EventStream[] = [];
    beforeAll(async () => {
      await emptyNeo4j(server);
      for (const isFirst of [true, false]) {
        const store = await openNeo4jStore(server);
        stores.push(store);
        if (isFirst) await openLoadedStore(async () => store);
        apps.push(await openApp({ store, settings: { CLAIMGRAPH_WRITE_TOKEN: writeToken } }));
      }
    });
    afterEach(() => {
      for (const stream of streams) stream.close();
    });
    afterAll(async () => {
      for (const app of apps) await app.close();
      for (const store of stores) await store.close();
    });

    async function subscribeAll(): Promise<void> {
      const document = 'subscription { graphChanged { action articleId } }';
      streams = await Promise.all(apps.map(async ({ url }) => subscribe(url, document)));
      // Whoever subscribed just now is told of what comes from then on.
      await pause(500);
    }

    async function expectNews(articleId: string): Promise<void> {
      const told = await Promise.all(streams.map(async (stream) => stream.next()));
      expect(told).toEqual(apps.map(() => ({ graphChanged: { action: 'LOAD', articleId } })));
    }

    async function expectEqualAnswers(): Promise<void> {
      for (const question of questions) {
        const [first, second] = await Promise.all(apps.map(async (app) => app.query(question)));
        expect(first?.errors).toBeUndefined();
        expect(second).toEqual(first);
      }
    }

    it('announce what one of them loads, and answer alike before and after', async () => {
      await expectEqualAnswers();
      await subscribeAll();
      const input = { name: '2030-05-03-strike', cypher: strikeArticle };
      const { answer } = await post(apps[0]?.url ?? '', {
        query: mutation,
        variables: { input },
        headers: bearer(writeToken),
      });
      expect(answer).toMatchObject({ data: { loadScript: { outcome: 'LOADED' } } });
      await expectNews('2030-05-03-strike');
      await expectEqualAnswers();
    });

    it('announce what the command line of another process loads', async () => {
      await subscribeAll();
      const folder = await mkdtemp(join(tmpdir(), 'claimgraph-servers-'));
      const file = join(folder, '2030-05-02-port.cypher');
      await writeFile(file, portArticle);
      const env = { CLAIMGRAPH_STORE: server.uri, NEO4J_PASSWORD: server.password };
      expect(await runCommand(['load', file], env)).toMatchObject({ code: 0 });
      await rm(folder, { recursive: true });
      await expectNews('2030-05-02-port');
      await expectEqualAnswers();
    });
  });
});
