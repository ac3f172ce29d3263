import { afterEach, describe, expect, it } from 'vitest';

import { createLog } from '../../server/src/app/log.ts';
import { watchEventLoop } from '../../server/src/app/watchdog.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { passingOn } from '../../server/src/store/passing-on.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openApp, quietLog, type TestApp, type TestAppOptions } from '../support/app.ts';
import { subscribe } from '../support/event-stream.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore } from '../support/stores.ts';

let app: TestApp | undefined;
afterEach(async () => app?.close());

async function open(options: TestAppOptions): Promise<TestApp> {
  app = await openApp(options);
  return app;
}

/** By name and labels, as in `claimgraph_http_requests_total{route="/graphql",status="200"}`. */
async function metricsOf(url: string): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.replace(/^.* /, ''))]));
}

forEachKindOfStore((_, openStore) => {
  it('counts requests, queries, statements and rows by names that are ours', async () => {
    const opened = await open({ store: await openLoadedStore(openStore) });
    const { url } = opened;
    const rows = (
      await opened.query('{ statistics { claims } node(id: "cia") { ... on Entity { degree } } }')
    ).data;
    expect(rows).toBeTruthy();
    await opened.query('{ canary }');
    await opened.query('query Canary($id: ID!) { node(id: $id) { id } }', { id: 'canary' });
    await opened.query('{ node(id: 5, canary: "canary") { id } }');
    await fetch(`${url}/canary`);
    await fetch(`${url}/canary`, { method: 'POST' });

    const metrics = await metricsOf(url);
    const value = (name: string): number | undefined => metrics.get(name);
    expect(value('claimgraph_http_requests_total{route="/graphql",status="200"}')).toBe(4);
    expect(value('claimgraph_http_requests_total{route="/*",status="405"}')).toBe(1);
    expect(value('claimgraph_graphql_operation_duration_seconds_count{outcome="OK"}')).toBe(2);
    const refused =
      'claimgraph_graphql_operation_duration_seconds_count{outcome="GRAPHQL_VALIDATION_FAILED"}';
    expect(value(refused)).toBe(2);
    const statements = [...metrics.keys()].filter((name) =>
      name.startsWith('claimgraph_statement_rows_total'),
    );
    expect(statements.length).toBeGreaterThan(1);
    for (const name of statements) expect(name).toMatch(/\{statement="[a-z.-]+"\}$/i);
    expect(Math.max(...statements.map((name) => value(name) ?? 0))).toBeGreaterThan(0);
    expect(value('claimgraph_store_up')).toBe(1);
    expect(value('claimgraph_last_load')).toBeGreaterThan(0);
    expect(value('claimgraph_queries_running')).toBe(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(0);
    expect(value('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);
    expect([...metrics.keys()].join('\n')).not.toMatch(/canary/i);
  });
});

describe('on the embedded store', () => {
  it('tells how many subscriptions are open', async () => {
    const { url } = await open({});
    const openNow = async (): Promise<number | undefined> =>
      (await metricsOf(url)).get('claimgraph_subscriptions_open');
    const stream = await subscribe(url, 'subscription { graphChanged(since: 0) { sequence } }');
    await stream.next();
    expect(await openNow()).toBe(1);
    const events = 'claimgraph_graphql_operation_duration_seconds_count{outcome="OK"}';
    await expect.poll(async () => (await metricsOf(url)).get(events)).toBeGreaterThan(0);
    stream.close();
    await expect.poll(openNow).toBe(0);
  });

  it('tells that the store does not answer, and which statements fail', async () => {
    const store = await openEmbeddedStore({ folder: null });
    const fail = async (): Promise<never> => {
      throw new StoreError({ code: 'UNAVAILABLE', message: 'Neo4j does not answer.' });
    };
    const gone: Store = { ...passingOn(store), read: fail, query: fail };
    const opened = await open({ store: gone, log: quietLog });
    const { url } = opened;
    await opened.query('{ statistics { claims } }');
    const metrics = await metricsOf(url);
    expect(metrics.get('claimgraph_store_up')).toBe(0);
    const failed = [...metrics.keys()].filter((name) => name.includes('outcome="failed"'));
    expect(failed.length).toBeGreaterThan(0);
    const outcome = 'claimgraph_graphql_operation_duration_seconds_count{outcome="STORE_UNAVAILABLE"}';
    expect(metrics.get(outcome)).toBe(1);
    await store.close();
  });

  it('takes the token that reading takes', async () => {
    const token = 'canary-token-of-22-letters';
    const { url } = await open({ settings: { CLAIMGRAPH_READ_TOKEN: token } });
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(200);
  });
});

describe('the log', () => {
  it('names each statement and each request in one line, and holds no secret and no query', async () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (text: string) => lines.push(text) });
    const token = 'canary-token-of-22-letters';
    const { url } = await open({ log, settings: { CLAIMGRAPH_READ_TOKEN: token } });
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query: '{ canary: statistics { claims } }' });
    expect((await fetch(`${url}/graphql?canary`, { method: 'POST', headers, body })).status).toBe(200);
    await fetch(`${url}/graphql`, { headers: { Authorization: 'Bearer canary-that-is-wrong-00' } });
    await expect.poll(() => lines.filter((line) => line.includes('"Answered"')).length).toBe(2);

    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(parsed).toContainEqual(
      expect.objectContaining({ level: 20, msg: 'Answered', route: '/graphql', status: 200 }),
    );
    expect(parsed).toContainEqual(
      expect.objectContaining({
        msg: 'Statement',
        statement: 'statistics.claims',
        rows: 1,
        ms: expect.any(Number),
      }),
    );
    expect(lines.join('')).not.toContain('canary');
    expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
  });

  it('tells when nobody had a turn for long', async () => {
    const lines: string[] = [];
    const stop = watchEventLoop(createLog('warn', { write: (text: string) => lines.push(text) }));
    try {
      const until = performance.now() + 1_000;
      while (performance.now() < until) /* as a long calculation does */ ;
      await expect.poll(() => lines.join('')).toContain('too busy');
    } finally {
      stop();
    }
  });
});
