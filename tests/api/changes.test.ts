import { expect, it } from 'vitest';

import { giveGraphId } from '../../server/src/loader/graph-id.ts';
import { unloadArticle } from '../../server/src/loader/unload.ts';
import type { Store } from '../../server/src/store/store.ts';
import { load, portArticleWith, portScript } from '../loader/port-article.ts';
import { openApp } from '../support/app.ts';
import { subscribe } from '../support/event-stream.ts';
import { forEachStore } from '../support/stores.ts';
import { strikeScript } from '../support/strike-article.ts';
import { apiOf } from './ask.ts';

const changesQuery = `query ($since: Int, $first: Int, $after: String) {
  changes(since: $since, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { sequence action by articleId added changed removed }
  }
}`;

const graphChanged = `subscription ($since: Int) {
  graphChanged(since: $since) { sequence articleId added article { title claims { totalCount } } }
}`;

const changedPort = { ...portScript, text: portArticleWith("status: 'reported'", "status: 'asserted'") };

/** Four changes: an article, another, the first one changed, the second taken out. */
async function fourChanges(store: Store): Promise<void> {
  await load(store, portScript);
  await load(store, strikeScript);
  await load(store, changedPort);
  await unloadArticle(store, '2030-05-03-strike', { by: 'ana', dryRun: false });
}

forEachStore((_name, open) => {
  it('tells what each load did, latest first, page by page', async () => {
    const store = await open();
    await fourChanges(store);
    const api = await apiOf(store);
    const { changes } = await api.data(changesQuery, { first: 3 });
    const one = { action: 'LOAD', by: 'tester', changed: 0, removed: 0 };
    expect(changes.nodes).toEqual([
      {
        ...one,
        sequence: 4,
        action: 'UNLOAD',
        by: 'ana',
        articleId: '2030-05-03-strike',
        added: 0,
        removed: 2,
      },
      { ...one, sequence: 3, articleId: '2030-05-02-port', added: 0, changed: 1 },
      { ...one, sequence: 2, articleId: '2030-05-03-strike', added: 2 },
    ]);
    expect(changes.totalCount).toBe(4);
    const rest = await api.data(changesQuery, { first: 3, after: changes.pageInfo.endCursor });
    expect(rest.changes.nodes).toEqual([{ ...one, sequence: 1, articleId: '2030-05-02-port', added: 2 }]);
    expect(rest.changes.pageInfo.hasNextPage).toBe(false);
  });

  it('tells what came behind a change, and counts backwards from the oldest', async () => {
    const store = await open();
    await fourChanges(store);
    const api = await apiOf(store);
    const behind = await api.data('{ changes(since: 2) { totalCount nodes { sequence } } }');
    expect(behind.changes).toEqual({ totalCount: 2, nodes: [{ sequence: 4 }, { sequence: 3 }] });
    const oldest = await api.data('{ changes(last: 2) { nodes { sequence } pageInfo { startCursor } } }');
    expect(oldest.changes.nodes).toEqual([{ sequence: 2 }, { sequence: 1 }]);
    const before = await api.data(
      'query ($before: String) { changes(last: 2, before: $before) { nodes { sequence } } }',
      { before: oldest.changes.pageInfo.startCursor },
    );
    expect(before.changes.nodes).toEqual([{ sequence: 4 }, { sequence: 3 }]);
    expect(
      await api.data(`{
        late: changes(since: 9) { totalCount nodes { sequence } }
        early: changes(since: -2147483648, first: 1) { totalCount nodes { sequence } }
      }`),
    ).toEqual({
      late: { totalCount: 0, nodes: [] },
      early: { totalCount: 4, nodes: [{ sequence: 4 }] },
    });
  });

  it('tells one graph from another by an id that it keeps', async () => {
    const store = await open();
    const idNow = async () => (await (await apiOf(store)).data('{ graphId }')).graphId;
    expect(await idNow()).toBeNull();
    await Promise.all([giveGraphId(store), giveGraphId(store)]);
    const id = await idNow();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await load(store, portScript);
    await giveGraphId(store);
    expect(await idNow()).toBe(id);
  });

  it('names what a load backed and what it contradicts', async () => {
    const store = await open();
    await load(store, portScript, strikeScript);
    const { changes } = await (
      await apiOf(store)
    ).data(`{ changes(first: 1) { nodes {
      article { title } addedClaims addedEntities backedCount contradictedCount
      backed { id originsBefore originsAfter claimIds relation { originCount } }
      contradicted { kind claimId againstId relationId claim { status } against { status } }
    } } }`);
    expect(changes.nodes).toEqual([
      {
        article: { title: 'Dockers walk out' },
        addedClaims: ['2030-05-03-strike/dockers-oppose', '2030-05-03-strike/ran-port'],
        addedEntities: ['dockers', 'voice-2030-05-03-strike'],
        backedCount: 1,
        contradictedCount: 1,
        backed: [
          {
            id: 'ana-ruiz~CONTROLS~port-authority',
            originsBefore: 1,
            originsAfter: 2,
            claimIds: ['2030-05-03-strike/ran-port'],
            relation: { originCount: 2 },
          },
        ],
        contradicted: [
          {
            kind: 'DENIED',
            claimId: '2030-05-03-strike/ran-port',
            againstId: '2030-05-02-port/ruiz-denies',
            relationId: 'ana-ruiz~CONTROLS~port-authority',
            claim: { status: 'ASSERTED' },
            against: { status: 'DENIED' },
          },
        ],
      },
    ]);
  });

  it('announces a load by another process to everybody who listens, once, with the graph as it is then', async () => {
    const store = await open();
    await load(store, portScript);
    const app = await openApp({ store });
    const streams = await Promise.all([
      subscribe(app.url, graphChanged),
      subscribe(app.url, graphChanged, { since: 0 }),
    ]);
    try {
      const [fromNow, fromStart] = streams;
      const port = { sequence: 1, articleId: '2030-05-02-port', added: 2 };
      expect(await fromStart.next()).toMatchObject({ graphChanged: port });
      // Not by way of the server: straight into the store.
      await load(store, strikeScript);
      const strike = {
        sequence: 2,
        articleId: '2030-05-03-strike',
        added: 2,
        article: { title: 'Dockers walk out', claims: { totalCount: 2 } },
      };
      expect(await fromNow.next()).toEqual({ graphChanged: strike });
      expect(await fromStart.next()).toEqual({ graphChanged: strike });
      await unloadArticle(store, '2030-05-03-strike', { by: 'ana', dryRun: false });
      // What an earlier event read is not kept: the article is gone.
      expect(await fromNow.next()).toMatchObject({ graphChanged: { sequence: 3, article: null } });
    } finally {
      for (const stream of streams) stream.close();
      await app.close();
    }
  });

  it('ends its subscriptions when the server stops', async () => {
    const app = await openApp({ store: await open() });
    const stream = await subscribe(app.url, graphChanged);
    const ended = stream.next();
    await app.close();
    expect(await ended).toBeNull();
  });

  it('lets one address open 20 subscriptions, and the next when one of them was closed', async () => {
    const app = await openApp({ store: await open() });
    const streams = await Promise.all(Array.from({ length: 20 }, () => subscribe(app.url, graphChanged)));
    try {
      expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
      for (const Accept of ['text/event-stream', 'TEXT/EVENT-STREAM', '*/*']) {
        const refused = await fetch(`${app.url}/graphql`, {
          method: 'POST',
          headers: { Accept, 'Content-Type': 'application/json' },
          body: JSON.stringify({ query: graphChanged }),
        });
        expect(refused.status).toBe(429);
        expect(refused.headers.get('retry-after')).toBe('10');
        expect(await refused.text()).toContain('"LIMIT_EXCEEDED"');
      }
      // Queries are not among them.
      const { data, errors } = await app.query('{ changes { totalCount } }');
      expect([data, errors]).toEqual([{ changes: { totalCount: 0 } }, undefined]);
      streams.pop()?.close();
      await expect
        .poll(async () => {
          const stream = await subscribe(app.url, graphChanged);
          stream.close();
          return stream.status;
        })
        .toBe(200);
    } finally {
      for (const stream of streams) stream.close();
      await app.close();
    }
  });
});
