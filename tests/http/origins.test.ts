import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { portArticle } from '../loader/port-article.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';

const listed = 'https://notebooks.example';
const token = 'a-token-for-writers-of-tests';

let store: Store;
let app: TestApp;
beforeAll(async () => {
  store = await openLoadedStore(() => openEmbeddedStore({ folder: null }));
  app = await openApp({
    store,
    settings: { CLAIMGRAPH_ORIGINS: `${listed},http://localhost:8888`, CLAIMGRAPH_WRITE_TOKEN: token },
  });
});
afterAll(async () => {
  await app.close();
  await store.close();
});

interface Asked {
  readonly path?: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

interface Found {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** Node's own client sends the headers that a browser would not let a script set. */
function ask({ path = '/graphql', method, headers, body }: Asked): Promise<Found> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, app.url), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on('error', reject).end(body);
  });
}

function corsOf({ headers }: Found): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')));
}

describe('pages of other origins', () => {
  const others = [
    'https://evil.example',
    'null',
    'https://notebooks.example.evil.example',
    'https://evil-notebooks.example',
    'https://notebooks.example:8443',
    'http://notebooks.example',
    'https://NOTEBOOKS.example',
    'https://notebooks.example/',
    'https://notebooks.example, https://evil.example',
    'http://127.0.0.1:1',
  ];
  const query = '{"query":"{ statistics { claims } }"}';
  const json = { 'Content-Type': 'application/json' };

  it.each(others)('%s: gets 403 and no header that would let it read', async (origin) => {
    const requests: readonly Asked[] = [
      { method: 'POST', headers: { ...json, Origin: origin, Authorization: `Bearer ${token}` }, body: query },
      { method: 'GET', path: '/graphql?query={statistics{claims}}', headers: { Origin: origin } },
      {
        method: 'GET',
        path: '/graphql?query=subscription{graphChanged{sequence}}',
        headers: { Origin: origin, Accept: 'text/event-stream' },
      },
      { method: 'GET', path: '/healthz', headers: { Origin: origin } },
      { method: 'GET', path: '/metrics', headers: { Origin: origin } },
      {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,authorization',
        },
      },
    ];
    for (const asked of requests) {
      const found = await ask(asked);
      expect({ ...asked, status: found.status, cors: corsOf(found) }).toEqual({
        ...asked,
        status: 403,
        cors: {},
      });
      expect(found.body).not.toContain('"data"');
    }
  });

  it('are compared ten ways', () => expect(others).toHaveLength(10));

  it.each([listed, 'http://localhost:8888'])('%s is listed, and may read', async (origin) => {
    const preflight = await ask({
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Sec-Fetch-Site': 'cross-site' },
    });
    expect({ status: preflight.status, cors: corsOf(preflight) }).toEqual({
      status: 204,
      cors: {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': 'content-type, authorization',
        'access-control-max-age': '600',
      },
    });
    const headers = { ...json, Origin: origin, 'Sec-Fetch-Site': 'cross-site' };
    const found = await ask({ method: 'POST', headers, body: query });
    expect(found).toMatchObject({ status: 200, body: expect.stringContaining('"claims"') });
    expect(corsOf(found)).toEqual({ 'access-control-allow-origin': origin });
    expect(found.headers['vary']).toContain('Origin');
    // A refusal can be read as well.
    const wrong = await ask({
      method: 'POST',
      headers: { ...headers, Authorization: 'Bearer wrong' },
      body: query,
    });
    expect([wrong.status, corsOf(wrong)]).toEqual([401, { 'access-control-allow-origin': origin }]);
  });

  it('a listed one may have nothing but answers of the API', async () => {
    for (const path of ['/', '/healthz']) {
      const found = await ask({ path, method: 'GET', headers: { Origin: listed } });
      expect({ path, status: found.status, cors: corsOf(found) }).toEqual({ path, status: 403, cors: {} });
    }
  });

  it('a listed one gives no jobs, whatever token it has', async () => {
    const withJobs = await openApp({ settings: { CLAIMGRAPH_ORIGINS: listed } });
    const headers = { 'Content-Type': 'application/json', Origin: listed };
    const response = await fetch(`${withJobs.url}/jobs`, { method: 'POST', headers, body: '{}' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    await withJobs.close();
  });

  it('answers that depend on the origin are kept apart by caches, whoever asks', async () => {
    const { headers } = await ask({ method: 'POST', headers: json, body: query });
    expect(headers['vary']).toContain('Origin');
  });

  it.each([
    [
      'an image or a script of another site',
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' },
      403,
    ],
    [
      'an image or a script from another port',
      { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' },
      403,
    ],
    ['a link on another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' }, 200],
    ['our own page', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' }, 200],
    ['the address bar', { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' }, 200],
  ])('%s', async (_name, headers, status) => {
    const path = '/graphql?query={statistics{claims}}';
    expect((await ask({ path, method: 'GET', headers })).status).toBe(status);
  });
});

describe('what a form or a script could send without asking first', () => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; charset=application/json',
    'application/graphql',
    'application/graphql+json',
    'application/json-seq',
    'application/jsonp',
    'text/json',
    'application/octet-stream',
    '',
    'Application/JSON; charset=UTF-8',
  ];
  const methods = ['GET', 'POST', 'PUT', 'OPTIONS'];
  const script = JSON.stringify(portArticle);
  const document = `mutation { loadScript(input: { name: "2030-05-02-port", cypher: ${script}, dryRun: false }) { outcome } }`;
  const bodies = [JSON.stringify({ query: document }), `query=${encodeURIComponent(document)}`, document];

  /** Without a token, so that only 401 tells a request that came as far as being read. */
  function expected(
    type: string,
    { method, own }: { readonly method: string; readonly own: boolean },
  ): number {
    if (!own) return 403;
    if (method === 'PUT' || method === 'OPTIONS') return 405;
    if (method === 'GET') return 405;
    return type.startsWith('Application/JSON') ? 401 : 415;
  }

  it('nothing is written: 12 types, 4 methods, 3 origins', async () => {
    const before = await graphDigest(store);
    const odd: unknown[] = [];
    let tried = 0;
    for (const type of types) {
      for (const method of methods) {
        for (const origin of [app.url, 'https://evil.example', 'null']) {
          tried += 1;
          const body = bodies[type.includes('urlencoded') ? 1 : type === 'application/graphql' ? 2 : 0];
          const headers = { 'Content-Type': type, Origin: origin };
          const sends = method === 'POST' || method === 'PUT';
          const path = sends ? '/graphql' : `/graphql?query=${encodeURIComponent(document)}`;
          const { status } = await ask({ path, method, headers, ...(sends && body ? { body } : {}) });
          if (status !== expected(type, { method, own: origin === app.url }))
            odd.push({ type, method, origin, status });
        }
      }
    }
    expect({ tried, odd }).toEqual({ tried: 144, odd: [] });
    expect(await graphDigest(store)).toBe(before);
  });
});
