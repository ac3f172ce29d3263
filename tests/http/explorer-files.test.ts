import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLog } from '../../server/src/app/log.ts';
import { readVocabulary } from '../../server/src/app/read-vocabulary.ts';
import { type RunningServer, serve } from '../../server/src/app/serve.ts';
import { readSettings } from '../../server/src/app/settings.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';

const canary = 'canary outside of the explorer';
const script = 'export const answer = 42;';
let folder: string;
let store: Store;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-explorer-'));
  const explorer = join(folder, 'dist');
  await mkdir(join(explorer, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), canary);
  await writeFile(join(explorer, 'index.html'), '<!doctype html><title>Claimgraph</title>');
  await writeFile(join(explorer, 'assets', 'main-abc123.js'), script);
  await writeFile(join(explorer, 'assets', 'main-abc123.js.br'), brotliCompressSync(script));
  store = await openEmbeddedStore({ folder: null });
  const vocabulary = await readVocabulary(workspace().cypher);
  server = await serve({
    store,
    vocabulary: () => vocabulary,
    settings: readSettings({ PORT: '0' }),
    explorerFolder: explorer,
    log: createLog('warn'),
  });
});
afterAll(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the explorer', () => {
  it('opens at / and at every path of its own, and is asked for again each time', async () => {
    for (const path of ['/', '/index.html', '/e/delcy-rodriguez', '/any?x=1']) {
      const response = await fetch(server.url + path);
      expect(await response.text()).toContain('<title>Claimgraph</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('sends files with a hash in their name compressed, to be kept for good', async () => {
    const response = await fetch(`${server.url}/assets/main-abc123.js`, {
      headers: { 'Accept-Encoding': 'gzip, br' },
    });
    expect(await response.text()).toBe(script);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('says 304 to who has it already', async () => {
    const first = await fetch(`${server.url}/`);
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(`${server.url}/`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('has no file of another name', async () => {
    expect((await fetch(`${server.url}/assets/main-other.js`)).status).toBe(404);
  });
});

describe('paths that lead outside', () => {
  const up = ['..', '%2e%2e', '%2E.', '..%00', '%252e%252e', '....', '.%2e', '%c0%ae%c0%ae', '..;'];
  const slashes = ['/', '%2f', '\\', '%5c', '//', '/./'];
  const starts = ['/', '/assets/', '/graphiql/', '//', '/%2e/'];
  const paths = starts.flatMap((start) =>
    up.flatMap((dots) => slashes.map((slash) => `${start}${dots}${slash}${dots}${slash}secret.txt`)),
  );
  const more = [
    '/secret.txt%00.html',
    '/assets/..%2f..%2fsecret.txt?raw??',
    '/%',
    '/%zz',
    '/\u0000',
    '/assets/',
    '/assets',
  ];

  it(`reach nothing: ${paths.length + more.length} of them`, async () => {
    const opened: string[] = [];
    const odd: string[] = [];
    for (const path of [...paths, ...more]) {
      const answer = await rawGet(path);
      if (answer.includes(canary)) opened.push(path);
      if (!/^HTTP\/1\.1 (?:200|400|404|421)/.test(answer)) odd.push(path);
    }
    expect({ opened, odd }).toEqual({ opened: [], odd: [] });
  });
});

/** As the bytes stand: fetch would tidy the path up. */
function rawGet(path: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.on('error', reject);
  });
}
