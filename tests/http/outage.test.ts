import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLog } from '../../server/src/app/log.ts';
import { readSettings } from '../../server/src/app/settings.ts';
import { type StartedServer, startServer } from '../../server/src/app/start.ts';
import type { LoadReport } from '../../server/src/loader/report.ts';
import { testNeo4js } from '../support/neo4j.ts';
import { type OwnNeo4j, ownNeo4j } from '../support/own-neo4j.ts';

const startMs = 180_000;

interface Answer {
  readonly data?: { readonly statistics: { readonly claims: number } } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: object }[];
}

describe.skipIf(testNeo4js().length === 0)('a server whose Neo4j comes, goes and comes back', () => {
  let neo4j: OwnNeo4j;
  let server: StartedServer;
  let claims = 0;
  const lines: { readonly level: number; readonly msg: string }[] = [];
  const loads: LoadReport[] = [];
  beforeAll(async () => {
    neo4j = await ownNeo4j();
    const settings = readSettings({
      PORT: '0',
      CLAIMGRAPH_STORE: neo4j.uri,
      NEO4J_PASSWORD: neo4j.password,
    });
    const log = createLog('info', { write: (line: string) => lines.push(JSON.parse(line)) });
    server = await startServer(settings, { log, onLoaded: (report) => loads.push(report) });
  });
  afterAll(async () => {
    await server.close();
    await neo4j.remove();
  }, startMs);

  const get = async (path: string): Promise<Response> => fetch(`${server.url}${path}`);
  async function ask(query: string): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ query });
    return (await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).json()) as Answer;
  }

  async function isOut(): Promise<void> {
    const health = await get('/healthz');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({
      status: 'unavailable',
      reason: expect.stringContaining('not answer'),
    });
    expect((await get('/readyz')).status).toBe(503);
    expect((await ask('{ statistics { claims } }')).errors).toMatchObject([
      {
        message: expect.stringContaining(`${neo4j.uri} does not answer`),
        extensions: { code: 'STORE_UNAVAILABLE', retryAfter: 5 },
      },
    ]);
    // What needs no graph goes on.
    expect((await ask('{ __typename }')).errors).toBeUndefined();
    expect(await (await get('/')).text()).toContain('<html');
  }

  it('serves although it is not there, and says so', async () => {
    expect(server.outage).toMatchObject({ code: 'UNAVAILABLE' });
    await isOut();
    expect(loads).toEqual([]);
  });

  it(
    'loads and answers once it comes',
    async () => {
      await neo4j.start();
      await expect.poll(async () => (await get('/readyz')).status, { timeout: 60_000 }).toBe(200);
      expect(loads).toMatchObject([{ complete: true }]);
      claims = (await ask('{ statistics { claims } }')).data?.statistics.claims ?? 0;
      expect(claims).toBeGreaterThan(0);
      expect((await get('/healthz')).status).toBe(200);
    },
    startMs,
  );

  it(
    'survives that it is killed, and goes on when it is back',
    async () => {
      await neo4j.kill();
      await expect.poll(async () => (await get('/healthz')).status, { timeout: 20_000 }).toBe(503);
      await isOut();
      await neo4j.start();
      await expect.poll(async () => (await get('/readyz')).status, { timeout: 60_000 }).toBe(200);
      expect(await ask('{ statistics { claims } }')).toMatchObject({ data: { statistics: { claims } } });
    },
    startMs,
  );

  it('told each outage and its end once', () => {
    const told = lines.filter(({ msg }) => /Trying on|answers again/.test(msg)).map(({ msg }) => msg);
    const gone = `Neo4j at ${neo4j.uri} does not answer. Trying on.`;
    const back = 'The store answers again';
    expect(told).toEqual([gone, back, gone, back]);
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('does not start with a password that is refused', async () => {
    const settings = readSettings({
      PORT: '0',
      CLAIMGRAPH_STORE: neo4j.uri,
      NEO4J_PASSWORD: 'wrong-password',
    });
    await expect(startServer(settings, { log: createLog('silent') })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
