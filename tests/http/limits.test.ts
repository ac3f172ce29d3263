import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LoadClient } from '../reliability/load.ts';
import { startServerProcess } from '../reliability/server-process.ts';
import { openApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

/** Those of a client that wants to see in the status what became of its query. */
const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' };

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function post(body: BodyInit): Promise<Answer> {
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const response = await fetch(`${app.url}/graphql`, init);
  return { status: response.status, body: await response.text() };
}

const ask = async (query: string, variables?: object): Promise<Answer> =>
  post(JSON.stringify({ query, variables }));

/** The answer to a document, and that an ordinary one beside it is answered. */
async function besideOrdinary(query: string): Promise<Answer> {
  const [answer, ordinary] = await Promise.all([ask(query), ask('{ statistics { claims } }')]);
  expect(ordinary).toMatchObject({ status: 200, body: expect.stringContaining('"claims":') });
  return answer;
}

function expectRefusal({ status, body }: Answer): string {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body).not.toMatch(/"data":|INTERNAL|\bat .*:\d+:\d+/);
  return String(
    (JSON.parse(body) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code,
  );
}

describe('T5: depth', () => {
  const relations = (depth: number): string =>
    `{ entity(id: "cia") ${'{ relations { nodes { source '.repeat(depth)}{ id }${' } } }'.repeat(depth)} }`;
  const shapes: readonly [string, (depth: number) => string][] = [
    ['fields', relations],
    [
      'lists',
      (depth) => `{ claims(filter: { types: ${'['.repeat(depth)}"a"${']'.repeat(depth)} }) { totalCount } }`,
    ],
    [
      'objects',
      (depth) => `{ claims(filter: ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}) { totalCount } }`,
    ],
    ['inline fragments', (depth) => `{ ${'... on Query { '.repeat(depth)}graphId${' }'.repeat(depth)} }`],
    [
      'fragments',
      (depth) =>
        `{ ...F0 } ${Array.from({ length: depth }, (_, n) => `fragment F${n} on Query { ${n + 1 < depth ? `...F${n + 1}` : 'graphId'} }`).join(' ')}`,
    ],
    ['types of variables', (depth) => `query ($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { graphId }`],
  ];
  it.each(shapes)('by %s: from 20 levels on it is refused, however deep', async (what, nested) => {
    for (const depth of [20, 200, 1_000, 5_000]) {
      const answer = await besideOrdinary(nested(depth));
      // Fragments make an answer no deeper: they are refused where the text is too long.
      if (answer.status === 200 && what.includes('fragments') && depth < 1_000) continue;
      const code = expectRefusal(answer);
      expect(['QUERY_TOO_DEEP', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
    }
    // 100,000 levels are more than a request may have, which is told before they are read.
    for (const depth of [20_000, 100_000]) {
      const code = expectRefusal(await besideOrdinary(nested(depth)));
      expect(['LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED']).toContain(code);
    }
  });

  it('one level passes', async () => {
    expect((await ask(relations(1))).status).toBe(200);
  });
});

describe('T6: fragments that each use the next one twice', () => {
  const kinds: readonly [string, (next: string) => string][] = [
    ['under aliases', (next) => `a: entity(id: "cia") { ${next} } b: entity(id: "cia") { ${next} }`],
    ['as they are', (next) => `${next} ${next}`],
    ['in fragments of no type', (next) => `... { ${next} } ... { ${next} }`],
  ];
  it.each(kinds)(
    '%s: 5 to 64 of them are answered or refused, with an ordinary query beside',
    async (_, twice) => {
      for (const length of [5, 10, 22, 40, 64]) {
        const fragments = Array.from({ length }, (__, n) => {
          const next = n + 1 < length ? `...F${n + 1}` : '__typename';
          return `fragment F${n} on Query { ${twice(next)} }`;
        });
        const { status, body } = await besideOrdinary(`{ ...F0 } ${fragments.join(' ')}`);
        expect(status).toBeLessThan(500);
        expect(body.length).toBeLessThan(10_000);
      }
    },
  );

  it('those that use themselves are refused', async () => {
    const cycle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    expect(expectRefusal(await besideOrdinary(cycle))).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('T7: repetition', () => {
  const many = (count: number, of: (n: number) => string): string =>
    `{ ${Array.from({ length: count }, (_, n) => of(n)).join(' ')} }`;
  it.each([
    ['31 aliases', many(31, (n) => `a${n}: graphId`), 'LIMIT_EXCEEDED'],
    ['100,000 aliases', many(20_000, (n) => `a${n}: graphId`), 'LIMIT_EXCEEDED'],
    ['21 directives', `{ graphId ${'@skip(if: false) '.repeat(21)} }`, 'LIMIT_EXCEEDED'],
    ['1,000 repeated fields', many(1_000, () => 'graphId'), 'GRAPHQL_PARSE_FAILED'],
    ['@defer', '{ ... @defer { graphId } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['@stream', '{ claims { nodes @stream { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations without a name', '{ graphId } { graphId }', 'OPERATION_RESOLUTION_FAILURE'],
    [
      'pages in pages in pages',
      many(
        1,
        () =>
          'claims(first: 100) { nodes { relation { claims(first: 100) { nodes { relation { claims(first: 100) { nodes { id } } } } } } } }',
      ),
      'QUERY_TOO_COSTLY',
    ],
  ])('%s', async (_, document, code) => {
    expect(expectRefusal(await besideOrdinary(document))).toBe(code);
  });

  it.each([
    ['{ claims(first: 501) { nodes { id } } }', 'first is 501, and at most 500 is allowed.'],
    ['{ relations(last: 1000) { nodes { id } } }', 'last is 1000, and at most 500 is allowed.'],
    [
      '{ entity(id: "cia") { relations(first: 101) { nodes { id } } } }',
      'first is 101, and at most 100 is allowed.',
    ],
    ['{ claims(first: -1) { nodes { id } } }', 'first is -1.'],
    ['{ subgraph(seeds: ["cia"], maxNodes: 2001) { nodes { id } } }', '2001'],
    ['{ subgraph(seeds: ["cia"], depth: 9) { nodes { id } } }', '9'],
  ])('%s names the limit and the value', async (document, message) => {
    const { errors } = await app.query(document);
    expect(errors?.[0]?.message).toContain(message);
    expect(['LIMIT_EXCEEDED', 'BAD_USER_INPUT']).toContain(errors?.[0]?.extensions.code);
  });
});

describe('T9: bodies', () => {
  const limit = 256 * 1024;
  const padded = (bytes: number): string => '{"query":"{ graphId }"}'.padEnd(bytes, ' ');
  it.each([limit - 1, limit, limit + 1, 4 * limit, 64 * limit])(
    'of %i bytes, with their length and without',
    async (bytes) => {
      const expected = bytes <= limit ? ['200'] : ['LIMIT_EXCEEDED', 'cut'];
      for (const body of [padded(bytes), new Blob([padded(bytes)]).stream()]) {
        // The server does not wait for what it does not want, which a sender may notice before the answer.
        const outcome = await post(body).then(
          (answer) => (answer.status === 200 ? '200' : expectRefusal(answer)),
          () => 'cut',
        );
        expect(expected).toContain(outcome);
      }
    },
  );

  it('that never end are refused before they do', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    socket.write(`${(limit + 1).toString(16)}\r\n${' '.repeat(limit + 1)}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that are refused leave nothing behind', async () => {
    const body = padded(4 * limit);
    const server = await startServerProcess();
    const refuseMany = async (): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        const sent = Array.from({ length: 10 }, async () =>
          fetch(`${server.url}/graphql`, {
            method: 'POST',
            headers,
            body: new Blob([body]).stream(),
            duplex: 'half',
          } as RequestInit),
        );
        await Promise.allSettled(sent);
      }
    };
    try {
      await refuseMany();
      const before = (await server.memory()).heapBytes;
      await refuseMany();
      expect((await server.memory()).heapBytes - before).toBeLessThan(20e6);
    } finally {
      await server.stop();
    }
  });
});

describe('documents of which none comes twice', () => {
  it.each([
    ['that are read', '{ graphId }'],
    ['that cannot be read', '{ graphId }}'],
  ])('%s leave nothing behind', async (_, document) => {
    const server = await startServerProcess();
    const askMany = async (first: number): Promise<void> => {
      for (let n = first; n < first + 200; n += 1) {
        const query = `# ${n}${' '.repeat(250_000)}\n${document}`;
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query }),
        });
        await response.arrayBuffer();
      }
    };
    try {
      await askMany(0);
      const before = (await server.memory()).heapBytes;
      await askMany(200);
      expect((await server.memory()).heapBytes - before).toBeLessThan(20e6);
    } finally {
      await server.stop();
    }
  });
});

describe('T10: what the schema says of itself', () => {
  // As GraphiQL, gql with its schema, and urql ask.
  const queries = [
    getIntrospectionQuery(),
    getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, schemaDescription: true }),
    getIntrospectionQuery({ descriptions: false, directiveIsRepeatable: true }),
  ];
  it.each(queries.map((query, n) => [n + 1, query] as const))(
    'client %i gets it whole, and for nothing',
    async (_, query) => {
      const { data, errors, extensions } = await app.query(query);
      expect(errors).toBeUndefined();
      expect(data).toHaveProperty('__schema.types');
      expect(extensions).toEqual({ cost: { requested: 0, actual: 0, maximum: 10_000 } });
    },
  );

  it('1,000 at once are answered or told to come back', async () => {
    const client = new LoadClient(app.url, 400);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, async () =>
        client.ask('{ __schema { queryType { name fields { name } } } }'),
      ),
    );
    client.close();
    const others = answers.filter(
      ({ status, body }) => status !== 200 && !(status === 503 && body.includes('STORE_UNAVAILABLE')),
    );
    expect(others).toEqual([]);
    expect((await ask('{ graphId }')).status).toBe(200);
  });

  it('goes no deeper than a client needs', async () => {
    const nested = `{ __schema { types { ${'fields { type { '.repeat(5)}name${' } }'.repeat(5)} } } }`;
    expect(expectRefusal(await besideOrdinary(nested))).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('T19: connections', () => {
  it('half-open ones give way to those that ask; streams and answers stay', async () => {
    const { hostname, port } = new URL(app.url);
    const body = JSON.stringify({ query: 'subscription { graphChanged { sequence } }' });
    const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const open: Socket[] = [];
    const dial = async (sent: string): Promise<Socket> => {
      const socket = connect(Number(port), hostname);
      open.push(socket);
      socket.on('error', () => undefined);
      await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
      socket.write(sent);
      return socket;
    };
    try {
      const stream = await dial(
        `${head}Accept: text/event-stream\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      await once(stream, 'data');
      for (let n = 0; n < 600; n += 1) await dial(n % 2 === 0 ? '' : `${head}Content-Length: 9\r\n\r\n{`);
      for (let n = 0; n < 5; n += 1) expect((await ask('{ graphId }')).status).toBe(200);
      expect(stream.destroyed).toBe(false);
      await expect.poll(() => open.filter(({ destroyed }) => destroyed).length).toBeGreaterThan(80);
    } finally {
      for (const socket of open) socket.destroy();
    }
  });
});
