import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildSchema } from '../../server/src/graphql/schema.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { anyCallOf } from '../support/any-argument.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { bearer, post } from '../support/post.ts';

const readToken = 'a-token-for-readers-of-tests';
const writeToken = 'a-token-for-writers-of-tests';
const both = { CLAIMGRAPH_READ_TOKEN: readToken, CLAIMGRAPH_WRITE_TOKEN: writeToken };

let store: Store;
beforeAll(async () => {
  store = await openLoadedStore(() => openEmbeddedStore({ folder: null }));
});
afterAll(() => store.close());

let app: TestApp;
async function serveWith(settings: Record<string, string>): Promise<void> {
  app = await openApp({ store, settings });
}

interface Case {
  readonly name: string;
  readonly headers: Record<string, string>;
  readonly query?: string;
  /** What a mutation gets, and what a query gets where readers need a token. */
  readonly mutation: readonly [number, string | null];
  readonly reading: readonly [number, string | null];
}

const unauthenticated = [401, 'UNAUTHENTICATED'] as const;
const passed = [200, null] as const;
const cases: readonly Case[] = [
  { name: 'none', headers: {}, mutation: unauthenticated, reading: unauthenticated },
  { name: 'an empty one', headers: bearer(''), mutation: unauthenticated, reading: unauthenticated },
  {
    name: 'a wrong one',
    headers: bearer('another-token-for-writers-'),
    mutation: unauthenticated,
    reading: unauthenticated,
  },
  {
    name: 'the beginning of the right one',
    headers: bearer(writeToken.slice(0, -1)),
    mutation: unauthenticated,
    reading: unauthenticated,
  },
  {
    name: 'the right one in another scheme',
    headers: { Authorization: `Basic ${writeToken}` },
    mutation: unauthenticated,
    reading: unauthenticated,
  },
  {
    name: 'the right one in address and cookie',
    headers: { Cookie: `token=${writeToken}` },
    query: `?token=${writeToken}&access_token=${writeToken}&authorization=Bearer%20${writeToken}`,
    mutation: unauthenticated,
    reading: unauthenticated,
  },
  { name: 'the read token', headers: bearer(readToken), mutation: [403, 'FORBIDDEN'], reading: passed },
  { name: 'the write token', headers: bearer(writeToken), mutation: passed, reading: passed },
];

const mutations = Object.values(buildSchema({ writable: true }).getMutationType()?.getFields() ?? {});

describe('every mutation', () => {
  beforeEach(async () => {
    await serveWith(both);
    return () => app.close();
  });

  it('is tried with every token', () => {
    expect({ mutations: mutations.map(({ name }) => name), tokens: cases.length }).toEqual({
      mutations: ['loadScript'],
      tokens: 8,
    });
  });

  describe.each(mutations.map((field) => [field.name, anyCallOf(field)]))('%s', (_name, call) => {
    it.each(cases)('$name', async ({ headers, query = '', mutation: [status, code] }) => {
      const before = await graphDigest(store);
      const { status: found, answer } = await send(query, headers, `mutation { ${call} }`);
      const told = answer.errors?.[0]?.extensions.code ?? null;
      const refused = found === 401 || found === 403;
      expect({ status: found, code: refused ? told : null }).toEqual({ status, code });
      // Whatever the right token does with the first values at hand, others change nothing.
      expect(refused ? await graphDigest(store) : before).toBe(before);
    });
  });
});

describe('where readers need a token', () => {
  beforeEach(async () => {
    await serveWith(both);
    return () => app.close();
  });

  it.each(cases)('a query with $name', async ({ headers, query = '', reading: [status, code] }) => {
    const { status: found, answer } = await send(query, headers, '{ statistics { claims } }');
    expect([found, answer.errors?.[0]?.extensions.code ?? null]).toEqual([status, code]);
    expect(answer.data !== undefined).toBe(code === null);
  });

  it.each([
    ['/graphql?query={statistics{claims}}', {}],
    ['/graphql?query=subscription{graphChanged{sequence}}', { Accept: 'text/event-stream' }],
    ['/metrics', {}],
    ['/exports/graph.json', {}],
  ])('%s tells nothing without one, and has the same with either', async (path, accept) => {
    const ask = (headers: Record<string, string>): Promise<number> =>
      statusOf(path, { ...accept, ...headers });
    expect(await ask({})).toBe(401);
    const [reader, writer] = [await ask(bearer(readToken)), await ask(bearer(writeToken))];
    expect(reader).toBe(writer);
    expect(reader).not.toBe(401);
  });

  it.each(['/', '/graphql', '/graphiql/graphiql.css', '/healthz', '/readyz'])(
    '%s opens without one',
    async (path) => {
      expect(await statusOf(path, { Accept: 'text/html' })).not.toBe(401);
    },
  );

  it.each([
    ['/', {}],
    ['/graphql', { Accept: 'text/html' }],
    ['/graphql?query={statistics{claims}}', {}],
    ['/graphiql/graphiql.js', {}],
    ['/exports/graph.json', {}],
    ['/exports/nothing', {}],
    ['/metrics', {}],
    ['/healthz', {}],
    ['/readyz', {}],
  ])('%s carries the security headers, whether it answers or refuses', async (path, accept) => {
    for (const token of [{}, bearer(readToken), bearer('wrong')]) {
      const response = await fetch(app.url + path, { headers: { ...accept, ...token } });
      await response.body?.cancel();
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; ?script-src 'self';/,
      );
      expect(response.headers.get('content-security-policy')).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
    }
  });

  it('health says whether the server works, and no more, to whoever may not read', async () => {
    const asked = async (path: string, headers = {}): Promise<unknown> =>
      (await fetch(app.url + path, { headers })).json();
    expect([await asked('/healthz'), await asked('/readyz')]).toEqual([
      { status: 'ok' },
      { status: 'ready' },
    ]);
    expect(await asked('/healthz', bearer(readToken))).toMatchObject({
      store: expect.stringContaining('Grafeo'),
    });
  });

  it('no answer repeats a token', async () => {
    const { answer } = await send('', bearer(`${writeToken}-`), '{ nothing }');
    expect(JSON.stringify(answer)).not.toContain(writeToken);
  });
});

describe('where everybody may read', () => {
  beforeEach(async () => {
    await serveWith({ CLAIMGRAPH_WRITE_TOKEN: writeToken });
    return () => app.close();
  });

  it.each([
    ['without a token', {}, 200],
    ['with the login of a proxy', { Authorization: 'Basic dXNlcjpwYXNz' }, 200],
    ['with the write token', bearer(writeToken), 200],
    ['but not with a wrong one', bearer('wrong'), 401],
  ])('a query is answered %s', async (_name, headers, status) => {
    expect((await send('', headers, '{ statistics { claims } }')).status).toBe(status);
  });
});

it('a server without tokens minds none', async () => {
  await serveWith({});
  expect((await send('', bearer('whatever'), '{ statistics { claims } }')).status).toBe(200);
  await app.close();
});

describe('guessing', () => {
  beforeEach(async () => {
    await serveWith(both);
    return () => app.close();
  });

  it('ends for an address after ten wrong tokens, even with the right one', async () => {
    const tried: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      tried.push((await send('', bearer(`wrong-${tries}`), '{ statistics { claims } }')).status);
    }
    expect(tried).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    const { status, headers, answer } = await send('', bearer(writeToken), '{ statistics { claims } }');
    expect({ status, wait: headers.get('retry-after'), code: answer.errors?.[0]?.extensions.code }).toEqual({
      status: 429,
      wait: '60',
      code: 'RATE_LIMITED',
    });
    // Whoever sends none has guessed nothing.
    expect((await send('', {}, '{ statistics { claims } }')).status).toBe(401);
    expect(await statusOf('/', {})).not.toBe(429);
  });

  it('does not begin with requests without a token, as a page makes before it is given one', async () => {
    for (let tries = 0; tries < 20; tries += 1) await send('', {}, '{ statistics { claims } }');
    expect((await send('', bearer(readToken), '{ statistics { claims } }')).status).toBe(200);
  });

  it('cannot go on at a path that is open to all', async () => {
    for (let tries = 0; tries < 10; tries += 1)
      expect(await statusOf('/healthz', bearer(`wrong-${tries}`))).toBe(401);
    expect(await statusOf('/healthz', bearer(readToken))).toBe(429);
  });
});

function send(query: string, headers: Record<string, string>, document: string) {
  return post(app.url, { query: document, headers, search: query });
}

async function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(app.url + path, { headers });
  await response.body?.cancel();
  return response.status;
}
