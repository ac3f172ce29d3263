import { chmod, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { examine } from '../../server/src/app/doctor/examine.ts';
import type { Finding } from '../../server/src/app/doctor/finding.ts';
import { type Environment, readSettings } from '../../server/src/app/settings.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { openNeo4jStore } from '../../server/src/store/neo4j/neo4j-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { openApp } from '../support/app.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { emptyNeo4j, testNeo4js } from '../support/neo4j.ts';
import { type OwnNeo4j, ownNeo4j } from '../support/own-neo4j.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'claimgraph-doctor-'));
  folder = join(root, 'data');
});
afterEach(async () => rm(root, { recursive: true, force: true }));

const diagnose = async (env: Environment): Promise<ReadonlyMap<string, Finding>> => {
  const findings = await examine(readSettings({ CLAIMGRAPH_DATA: folder, ...env }), root);
  for (const { state, close } of findings) if (state === 'open') expect(close).toBeTruthy();
  return new Map(findings.map((finding) => [finding.subject, finding]));
};

const openIn = (findings: ReadonlyMap<string, Finding>): readonly string[] =>
  Array.from(findings.values(), ({ subject, state }) => (state === 'open' ? [subject] : [])).flat();

/** A store with something in it that nothing has open. */
async function closedStore(): Promise<void> {
  const store = await openEmbeddedStore({ folder });
  await store.write((transaction) => transaction.run("CREATE (:Thing {name: 'a'})"));
  await store.close();
}

async function bytesOf(place: string): Promise<Record<string, string>> {
  const names = (await readdir(place)).toSorted();
  const contents = await Promise.all(names.map(async (name) => readFile(join(place, name), 'base64')));
  return Object.fromEntries(names.map((name, index) => [name, contents[index] ?? '']));
}

describe('settings of the server', () => {
  it('are closed as they come', async () => {
    expect(openIn(await diagnose({}))).toEqual([]);
  });

  it.each([
    ['listening', { CLAIMGRAPH_HOST: '0.0.0.0', CLAIMGRAPH_ALLOW_PUBLIC: '1' }],
    ['origins', { CLAIMGRAPH_ORIGINS: 'http://notes.example' }],
  ])('%s is open with %j, and closed with a token', async (subject, env) => {
    expect(openIn(await diagnose(env))).toEqual([subject]);
    expect(openIn(await diagnose({ ...env, CLAIMGRAPH_READ_TOKEN: 'x'.repeat(22) }))).toEqual([]);
  });

  it('.env is open where others may read it', async () => {
    const file = join(root, '.env');
    await writeFile(file, 'NEO4J_PASSWORD=x', { mode: 0o600 });
    expect(openIn(await diagnose({}))).toEqual([]);
    await chmod(file, 0o640);
    expect(openIn(await diagnose({}))).toEqual(['.env']);
  });
});

describe('the embedded store', () => {
  it('is well as it was left, and is not touched', async () => {
    await closedStore();
    const before = await bytesOf(folder);
    const findings = await diagnose({});
    expect(openIn(findings)).toEqual([]);
    expect(findings.get('store')).toMatchObject({
      state: 'ok',
      message: expect.stringContaining('byte for byte'),
    });
    expect(await bytesOf(folder)).toEqual(before);
  });

  it('is not made by looking at it', async () => {
    expect((await diagnose({})).get('folder')?.message).toContain('no store');
    expect(await readdir(root)).toEqual([]);
  });

  it('is told to be in use while a server has it, whose file others must not read', async () => {
    const app = await openApp({ settings: { CLAIMGRAPH_DATA: folder } });
    try {
      const findings = await diagnose({});
      expect(openIn(findings)).toEqual([]);
      expect(findings.get('store')?.state).toBe('unknown');
      expect(findings.get('server')?.message).toContain(app.url);
      await chmod(join(folder, 'server.json'), 0o644);
      expect(openIn(await diagnose({}))).toEqual(['server']);
    } finally {
      await app.close();
    }
  });

  it.each<[string, string, () => Promise<void>]>([
    ['folder', 'others may read it', async () => chmod(folder, 0o755)],
    ['store', 'its file was cut', async () => truncate(join(folder, 'graph.grafeo'), 100)],
    ['store', 'its ledger is gone', async () => rm(join(folder, 'ledger.json'))],
    ['store', 'its graph is gone', async () => rm(join(folder, 'graph.grafeo'))],
    [
      'leftovers',
      'a half-written file lies there',
      async () => writeFile(join(folder, 'ledger.json.new'), '{'),
    ],
  ])('is open at %s when %s', async (subject, _, damage) => {
    await closedStore();
    await damage();
    expect(openIn(await diagnose({}))).toEqual([subject]);
  });

  it('is open at its size when it grows towards what it cannot hold', async () => {
    await closedStore();
    // Sparse: it takes no room.
    await truncate(join(folder, 'graph.grafeo'), 1024 ** 3 + 1);
    const { message } = (await diagnose({})).get('size') ?? {};
    expect(message).toMatch(/takes 1\.00 GiB of 3 GiB, beyond which/);
  }, 60_000);
});

describe.each(testNeo4js())('$name with the settings of npm run neo4j', (server) => {
  const env = { CLAIMGRAPH_STORE: server.uri, NEO4J_PASSWORD: server.password };
  let store: Store;
  beforeEach(async () => {
    await emptyNeo4j(server);
    store = await openNeo4jStore(server);
  });
  afterEach(async () => store.close());

  it('is closed, and nothing in it changes', async () => {
    await openLoadedStore(async () => store);
    const before = await graphDigest(store);
    const findings = await diagnose(env);
    expect(openIn(findings)).toEqual([]);
    const subjects = [
      'version',
      'files',
      'network',
      'own timeouts',
      'timeout of Neo4j',
      'account',
      'index of ids',
    ];
    for (const subject of subjects) expect(findings.get(subject)?.state).toBe('ok');
    expect(await graphDigest(store)).toEqual(before);
  });

  it('is open at the index of ids where entities have none', async () => {
    await store.write((transaction) => transaction.run("CREATE (:Entity {id: 'a', name: 'A'})"));
    expect(openIn(await diagnose(env))).toEqual(['index of ids']);
  });

  it('that does not answer is told as such', async () => {
    await expect(diagnose({ ...env, CLAIMGRAPH_STORE: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});

describe.skipIf(testNeo4js().length === 0)('a Neo4j that is open', () => {
  let neo4j: OwnNeo4j;
  beforeAll(async () => {
    neo4j = await ownNeo4j({
      'server.directories.import': '/',
      'dbms.security.allow_csv_import_from_file_urls': 'true',
      'internal.dbms.cypher_ip_blocklist': '',
      'db.transaction.timeout': '0s',
    });
    await neo4j.start();
  }, 180_000);
  afterAll(async () => neo4j.remove());

  it('is told to be, with how to close it, and nothing in it changes', async () => {
    const findings = await diagnose({ CLAIMGRAPH_STORE: neo4j.uri, NEO4J_PASSWORD: neo4j.password });
    expect(openIn(findings)).toEqual(['files', 'network', 'timeout of Neo4j']);
    expect(findings.get('files')?.message).toContain('/etc/passwd');
    expect(findings.get('network')?.close).toContain('internal.dbms.cypher_ip_blocklist');
    const store = await openNeo4jStore({ uri: neo4j.uri, username: 'neo4j', password: neo4j.password });
    try {
      const { rows } = await store.read((transaction) =>
        transaction.run('MATCH (n) WITH count(n) AS nodes CALL db.labels() YIELD label RETURN nodes, label'),
      );
      expect(rows).toEqual([]);
    } finally {
      await store.close();
    }
  });
});
