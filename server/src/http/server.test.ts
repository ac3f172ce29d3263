import { connect } from 'node:net';

import { makeExecutableSchema } from '@graphql-tools/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Context } from '../graphql/base/context.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store, StoreDescription } from '../store/store.ts';
import { requestLimits } from './limits.ts';
import { routes } from './routes.ts';
import { createHttpServer } from './server.ts';

const logged: object[] = [];
const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object) => void logged.push(fields),
};

let storeAnswers = true;
let notReady: string | null = null;
const store = {
  describe: async (): Promise<StoreDescription> => {
    if (!storeAnswers) throw new StoreError({ code: 'UNAVAILABLE', message: 'Neo4j does not answer.' });
    return { kind: 'embedded', product: 'Grafeo 0.6.0', location: 'memory' };
  },
} as Store;

const schema = makeExecutableSchema({
  typeDefs: /* GraphQL */ `
    type Query {
      echo(text: String): String
      count(to: Int!): Int!
      slow: String
      stored: String
      broken: String
      wrong: Int
      self: Query
    }
  `,
  resolvers: {
    Query: {
      echo: (_: unknown, { text }: { text: string }) => text,
      count: (_: unknown, { to }: { to: number }) => to,
      slow: () => new Promise((resolve) => setTimeout(resolve, 60_000).unref()),
      broken: () => {
        throw new TypeError('secret of the machine');
      },
      wrong: () => 'no number',
      stored: () => {
        throw new StoreError({ code: 'UNAVAILABLE', message: 'Neo4j does not answer.', hint: 'Start it.' });
      },
      self: () => ({}),
    },
  },
});

const server = createHttpServer({
  routes: routes({
    schema,
    createContext: () => ({ answersAsOf: () => null }) as Partial<Context> as Context,
    log,
    store,
    notReady: () => notReady,
    explorerFolder: '/nowhere',
    jobs: null,
    metrics: null,
    limits: { ...requestLimits, deadlineMs: 100 },
  }),
  hosts: ['graph.example'],
  origins: [],
  tokens: {},
  log,
});

let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly code: unknown;
  readonly body: string;
  readonly data: unknown;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const body = await response.text();
  const parsed = response.headers.get('content-type')?.includes('json') ? JSON.parse(body) : {};
  return { status: response.status, code: parsed.errors?.[0]?.extensions?.code, body, data: parsed.data };
}

function query(document: string, variables?: object, headers: Record<string, string> = {}): Promise<Answer> {
  return ask('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query: document, variables }),
  });
}

/** Sends bytes as they are and gives the status line's number. */
function raw(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.once('data', (bytes) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(bytes.toString())?.[1]));
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

describe('host names', () => {
  const served = [
    'localhost',
    'LOCALHOST:4000',
    '127.0.0.1',
    `127.0.0.1:1`,
    '[::1]:4000',
    'graph.example:80',
  ];
  it.each(served)('%s is served', async (host) => {
    expect(await raw(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toBe(200);
  });

  const refused = [
    'evil.example',
    'localhost.evil.example',
    'localhost.',
    'user@localhost',
    'localhost:80:80',
    'localhost:99999999',
    '127.0.0.2',
    '2130706433',
    '0.0.0.0',
    '',
    ' ',
    'localhost, evil.example',
  ];
  it.each(refused)('"%s" is not', async (host) => {
    for (const path of ['/', '/graphql', '/healthz', '/assets/x.js']) {
      expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toBe(421);
    }
  });

  it('needs exactly one name, and a path in the request line', async () => {
    expect(await raw('GET /healthz HTTP/1.1\r\n\r\n')).toBe(421);
    expect(
      await raw('GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'),
    ).toBeGreaterThanOrEqual(400);
    expect(await raw('GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')).toBe(421);
  });
});

describe('requests from pages', () => {
  const own = (): string => `http://127.0.0.1:${port}`;

  it('our own are answered', async () => {
    expect((await query('{ count(to: 1) }', {}, { Origin: own() })).data).toEqual({ count: 1 });
  });

  it.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1',
    'http://localhost.evil.example',
    'file://',
    '',
  ])('those of "%s" are refused, whatever the method', async (origin) => {
    expect(await query('{ count(to: 1) }', {}, { Origin: origin })).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
      data: undefined,
    });
    const get = await ask('/graphql?query={count(to:1)}', { headers: { Origin: origin } });
    expect(get.status).toBe(403);
  });

  it('no origin is allowed by a CORS header', async () => {
    const response = await fetch(`${own()}/graphql`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/graphql',
    'application/graphql+json',
    '',
  ])('a body of type "%s" is refused', async (type) => {
    const headers = { 'Content-Type': type };
    const body = '{"query":"{ count(to: 1) }"}';
    expect(await ask('/graphql', { method: 'POST', headers, body })).toMatchObject({
      status: 415,
      code: 'BAD_REQUEST',
    });
  });

  it('the type is read without regard to case', async () => {
    expect(
      (await query('{ count(to: 1) }', {}, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status,
    ).toBe(200);
  });
});

describe('bodies', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> =>
    ask('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    } as RequestInit);
  const padded = (bytes: number): string => `{"query":"{ count(to: 1) }"}`.padEnd(bytes, ' ');

  it('pass up to 256 kB, with or without a length', async () => {
    expect((await post(padded(256 * 1024))).status).toBe(200);
    expect((await post(new Blob([padded(256 * 1024)]).stream())).status).toBe(200);
  });

  it('are refused above', async () => {
    expect(await post(padded(256 * 1024 + 1))).toMatchObject({ status: 413, code: 'LIMIT_EXCEEDED' });
    const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    expect(await raw(`${head}Content-Length: 1000000000\r\n\r\n`)).toBe(413);
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`)).toBe(413);
  });

  it.each([
    ['[{"query":"{ count(to: 1) }"}]', 'BAD_REQUEST'],
    ['{', 'BAD_REQUEST'],
    ['', 'BAD_REQUEST'],
    ['{}', 'BAD_REQUEST'],
    ['null', 'BAD_REQUEST'],
    ['"text"', 'BAD_REQUEST'],
    ['{"query": 1}', 'BAD_REQUEST'],
  ])('%s is refused', async (body, code) => {
    expect(await post(body)).toMatchObject({ status: 400, code });
  });

  it('are not unpacked', async () => {
    expect((await post(padded(100), { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });
});

describe('documents and variables', () => {
  const nested = (depth: number): string => `${'{ self '.repeat(depth)}{ count(to: 1) }${' }'.repeat(depth)}`;

  it.each([
    ['too many tokens', `{ ${'count(to: 1) '.repeat(300)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['a list 5,000 deep', `{ echo(text: ${'['.repeat(5000)}) }`, 'GRAPHQL_PARSE_FAILED'],
    ['13 levels', nested(12), 'QUERY_TOO_DEEP'],
    [
      '31 aliases',
      `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: count(to: 1)`).join(' ')} }`,
      'LIMIT_EXCEEDED',
    ],
    ['21 directives', `{ count(to: 1) ${'@skip(if: false) '.repeat(21)} }`, 'LIMIT_EXCEEDED'],
    ['a bomb of fragments', bomb(22), 'QUERY_TOO_DEEP'],
    ['a flat bomb of fragments', bomb(10), 'LIMIT_EXCEEDED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ count(', 'GRAPHQL_PARSE_FAILED'],
  ])('%s', async (_what, document, code) => {
    expect(await query(document)).toMatchObject({ code, data: undefined });
  });

  it('a refusal says where in the document', async () => {
    const { body } = await query('{ nothing }');
    expect(JSON.parse(body).errors[0].locations).toEqual([{ line: 1, column: 3 }]);
  });

  it('12 levels and 30 aliases pass', async () => {
    expect((await query(nested(11))).code).toBeUndefined();
    const aliases = Array.from({ length: 30 }, (_, n) => `a${n}: count(to: 1)`).join(' ');
    expect((await query(`{ ${aliases} }`)).code).toBeUndefined();
  });

  it.each([
    ['a wrong type', { text: { a: 1 } }, 'BAD_USER_INPUT'],
    ['half a surrogate pair', { text: '\uD800' }, 'BAD_USER_INPUT'],
    ['NUL', { text: 'a\0b' }, 'BAD_USER_INPUT'],
    ['10,001 characters', { text: 'x'.repeat(10_001) }, 'LIMIT_EXCEEDED'],
    ['1,001 entries', { text: Array.from({ length: 1001 }, () => 1) }, 'LIMIT_EXCEEDED'],
    ['50,000 levels', { text: JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) }, 'LIMIT_EXCEEDED'],
  ])('variables: %s', async (what, variables, code) => {
    const body =
      what === '50,000 levels'
        ? `{"query":"query ($text: String) { echo(text: $text) }","variables":{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
        : JSON.stringify({ query: 'query ($text: String) { echo(text: $text) }', variables });
    const headers = { 'Content-Type': 'application/json' };
    expect(await ask('/graphql', { method: 'POST', headers, body })).toMatchObject({ code });
  });

  it('text of every script passes', async () => {
    const text = 'Rodríguez 罗德里格斯 🙂';
    expect((await query('query ($text: String) { echo(text: $text) }', { text })).data).toEqual({
      echo: text,
    });
  });

  it('a slow one ends at the deadline', async () => {
    expect(await query('{ slow }')).toMatchObject({ code: 'DEADLINE_EXCEEDED', data: undefined });
  });

  it('what the store cannot do is told', async () => {
    const answer = await query('{ self { stored } }');
    expect(JSON.parse(answer.body).errors).toEqual([
      {
        message: 'Neo4j does not answer. Start it.',
        path: ['self', 'stored'],
        locations: [{ line: 1, column: 10 }],
        extensions: { code: 'STORE_UNAVAILABLE', retryAfter: 5 },
      },
    ]);
  });

  it('a value that does not fit its type is our fault, not the client’s', async () => {
    expect(await query('{ wrong }')).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', data: { wrong: null } });
  });

  it('what nobody expected is masked with a number, and logged whole under it', async () => {
    const answer = await query('{ broken }');
    expect(answer.code).toBe('INTERNAL_SERVER_ERROR');
    expect(answer.body).not.toContain('secret');
    const { id } = JSON.parse(answer.body).errors[0].extensions;
    expect(logged).toContainEqual(
      expect.objectContaining({ id, err: expect.objectContaining({ message: 'secret of the machine' }) }),
    );
  });
});

describe('health', () => {
  it('follows the store, and readiness the server as well', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    storeAnswers = false;
    expect(await ask('/healthz')).toMatchObject({
      status: 503,
      body: expect.stringContaining('Neo4j does not answer.'),
    });
    expect((await ask('/readyz')).status).toBe(503);
    storeAnswers = true;
    notReady = 'The server stops.';
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
    notReady = null;
  });
});

describe('pages', () => {
  it('says how to build the explorer while it is not built', async () => {
    expect(await ask('/')).toMatchObject({ status: 503, body: expect.stringContaining('npm run build') });
  });

  it('gives browsers the query page, and nothing of it from another host', async () => {
    const page = await ask('/graphql', { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(200);
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.filter((file) => !file.startsWith('/'))).toEqual([]);
    for (const file of files.filter((name) => name.startsWith('/graphiql/'))) {
      expect((await ask(file)).status).toBe(200);
    }
    expect((await ask('/graphiql/../../package.json')).status).not.toBe(200);
  });

  it('every answer carries the security headers', async () => {
    for (const path of ['/', '/graphql', '/healthz', '/nothing']) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  it('only reads', async () => {
    expect(await ask('/', { method: 'DELETE' })).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
  });
});

/** Fragments that each use the next one twice, under an alias: 2 to the power of their number fields. */
function bomb(length: number): string {
  const fragments = Array.from({ length }, (_, n) => {
    const next = n + 1 < length ? `...F${n + 1}` : 'count(to: 1)';
    return `fragment F${n} on Query { a: self { ${next} } b: self { ${next} } }`;
  });
  return `{ ...F0 } ${fragments.join(' ')}`;
}
