import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { requestText } from '../../server/src/app/job-request.ts';
import type { Job } from '../../server/src/app/job.ts';
import { createLog } from '../../server/src/app/log.ts';
import { withGraph } from '../../server/src/app/run-job.ts';
import { readServerFile, type ServerFile, writeServerFile } from '../../server/src/app/server-file.ts';
import { type Settings, readSettings } from '../../server/src/app/settings.ts';
import { type StartedServer, startServer } from '../../server/src/app/start.ts';
import type { LoadProgress } from '../../server/src/loader/report.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { portArticleWith, portScript } from '../loader/port-article.ts';
import { slowText } from '../support/slow-script.ts';
import { strikeScript } from '../support/strike-article.ts';

const slowScript = {
  ...portScript,
  path: 'slow.cypher',
  file: 'slow.cypher',
  text: slowText,
};

const lines: string[] = [];
const log = createLog('info', { write: (line) => lines.push(line) });

let folder: string;
let settings: Settings;
let server: StartedServer;
let reach: ServerFile;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-jobs-'));
  settings = readSettings({ PORT: '0', CLAIMGRAPH_DATA: folder });
  server = await startServer(settings, { log });
  const file = await readServerFile(folder);
  if (!file) throw new Error('The server wrote no server.json.');
  reach = file;
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function loadOf(...scripts: Job<'load'>['scripts']): Job<'load'> {
  return { kind: 'load', scripts, by: 'ana', dryRun: false, strict: false, parameters: {}, allow: {} };
}

interface Asked {
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly path?: string;
}

async function post({ headers = {}, body = jobBody({ kind: 'known-entities' }), path = '/jobs' }: Asked) {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

function jobBody(job: object): string {
  return requestText({ id: randomUUID(), job });
}

const bearer = (token = reach.token): Record<string, string> => ({ Authorization: `Bearer ${token}` });

describe('whoever cannot read the data folder gets nothing done', () => {
  it('keeps the token where only its owner reads it, and removes it in the end', async () => {
    expect((await stat(join(folder, 'server.json'))).mode & 0o777).toBe(0o600);
    expect(reach).toMatchObject({ url: server.url, pid: process.pid });
    expect(Buffer.from(reach.token, 'base64url')).toHaveLength(32);
    await server.close();
    expect(await readServerFile(folder)).toBeNull();
  });

  it('does not start where commands could not find it, and leaves nothing open', async () => {
    await server.close();
    await mkdir(join(folder, 'server.json'));
    await expect(startServer(settings, { log })).rejects.toMatchObject({
      code: 'FAILED',
      message: expect.stringContaining('server.json'),
    });
    await rm(join(folder, 'server.json'), { recursive: true });
    server = await startServer(settings, { log });
  });

  it.each([
    ['no token', (): Asked => ({})],
    ['a wrong one', (): Asked => ({ headers: bearer('A'.repeat(43)) })],
    ['an empty one', (): Asked => ({ headers: { Authorization: 'Bearer ' } })],
    ['half of it', (): Asked => ({ headers: bearer(reach.token.slice(0, 20)) })],
    ['more than it', (): Asked => ({ headers: bearer(`${reach.token}A`) })],
    ['another scheme', (): Asked => ({ headers: { Authorization: `Basic ${reach.token}` } })],
    ['the token in the address', (): Asked => ({ path: `/jobs?token=${reach.token}` })],
    ['the token in a cookie', (): Asked => ({ headers: { Cookie: `token=${reach.token}` } })],
  ])('%s: 401, before the body is looked at', async (_name, asked) => {
    const { status, body } = await post({ body: 'no JSON', ...asked() });
    expect(status).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('stops listening to an address after ten wrong tokens', async () => {
    const tried = [];
    for (let tries = 0; tries < 11; tries += 1) tried.push((await post({ headers: bearer('wrong') })).status);
    expect(tried).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    expect((await post({ headers: bearer() })).status).toBe(429);
  });

  it.each([
    ['a page of another site', { Origin: 'https://evil.example' }, 403],
    ['a request that crosses sites', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'Content-Type': 'text/plain' }, 415],
    ['a compressed body', { 'Content-Encoding': 'gzip' }, 415],
  ])('%s is refused, token or not', async (_name, headers, expected) => {
    expect((await post({ headers: { ...bearer(), ...headers } })).status).toBe(expected);
  });

  it('refuses another host name', async () => {
    const { port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { ...bearer(), Host: 'evil.example', 'Content-Type': 'application/json' };
      const asked = request({ port, host: '127.0.0.1', path: '/jobs', method: 'POST', headers });
      asked.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      asked.end('{}');
    });
    expect(status).toBe(421);
  });

  it.each([
    ['no JSON', 'load everything', 400],
    ['a list', '[]', 400],
    ['an unknown kind', jobBody({ kind: 'drop' }), 400],
    ['a load without scripts', jobBody({ kind: 'load' }), 400],
    [
      'values nested too deep',
      jobBody(loadOf()).replace(
        '"parameters":{}',
        `"parameters":{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`,
      ),
      400,
    ],
  ])('a body that is no job: %s', async (_name, body, expected) => {
    expect((await post({ headers: bearer(), body })).status).toBe(expected);
  });

  it('says nothing of the token in its log', async () => {
    await post({ headers: bearer('wrong') });
    await withGraph(settings, loadOf(portScript));
    expect(lines.join('')).not.toContain(reach.token);
  });
});

describe('work that is handed over', () => {
  it('gives the same report and the same progress as work done here', async () => {
    const told: LoadProgress[] = [];
    const report = await withGraph(settings, loadOf(portScript), { onProgress: (one) => told.push(one) });
    expect(report).toMatchObject({
      complete: true,
      scripts: [{ outcome: 'loaded', path: portScript.path, load: 2, change: { claims: { kept: 0 } } }],
    });
    expect(told.at(-1)).toEqual({ kind: 'script', report: report.scripts[0] });
    expect(await withGraph(settings, loadOf(portScript))).toMatchObject({
      scripts: [{ outcome: 'unchanged', by: 'ana' }],
    });
    const status = await withGraph(settings, { kind: 'status', scripts: [portScript] });
    expect(status.find(({ path }) => path === portScript.path)).toMatchObject({ state: 'loaded', by: 'ana' });
    const known = await withGraph(settings, { kind: 'known-entities' });
    expect(known.map(({ id }) => id)).toContain('port-authority');
  });

  it('tells what is wrong with a script as if it had been read here', async () => {
    const text = portArticleWith("quote: 'Ruiz has run", "quote: 'Ruiz has never run");
    const report = await withGraph(settings, loadOf({ ...portScript, text }));
    expect(report).toMatchObject({
      complete: false,
      scripts: [{ outcome: 'failed', problems: [{ code: 'QUOTE', line: expect.any(Number) }] }],
    });
  });

  it('throws the error that was thrown there', async () => {
    const job = { kind: 'unload', article: '2030-01-01-unheard-of', by: 'ana', dryRun: false } as const;
    await expect(withGraph(settings, job)).rejects.toMatchObject({
      name: 'UnknownArticleError',
      article: '2030-01-01-unheard-of',
      hint: expect.stringContaining('status'),
    });
  });

  it('sends an export in pieces, however slowly they are read', async () => {
    const text: string[] = [];
    const job = { kind: 'export', format: 'json', article: null, raw: false } as const;
    const { characters } = await withGraph(settings, job, {
      onText: async (piece) => {
        text.push(piece);
        await new Promise((resolve) => setTimeout(resolve, 1));
      },
    });
    expect(text.length).toBeGreaterThan(1);
    expect(text.join('')).toHaveLength(characters);
    expect(JSON.parse(text.join(''))).toBeTypeOf('object');
  });

  it('does two loads at once one after the other', async () => {
    const reports = await Promise.all([
      withGraph(settings, loadOf(portScript, strikeScript)),
      withGraph(settings, loadOf(portScript, strikeScript)),
    ]);
    const outcomes = reports.map(({ scripts }) => scripts.map(({ outcome }) => outcome));
    expect(reports.every(({ complete }) => complete)).toBe(true);
    expect(outcomes.flat().toSorted()).toEqual(['loaded', 'loaded', 'unchanged', 'unchanged']);
  });

  it('ends in order when it is asked to, and says what became of it', async () => {
    const leaving = new AbortController();
    const report = await withGraph(settings, loadOf(strikeScript, slowScript), {
      signal: leaving.signal,
      onProgress: (told) => told.kind === 'statement' && told.file === slowScript.file && leaving.abort(),
    });
    expect(report).toMatchObject({
      complete: false,
      scripts: [{ outcome: 'loaded' }, { outcome: 'stopped', path: slowScript.path }],
    });
    const status = await withGraph(settings, { kind: 'status', scripts: [slowScript] });
    expect(status.find(({ path }) => path === slowScript.path)).toMatchObject({ state: 'new' });
  });

  it('is rolled back when whoever gave it is gone', async () => {
    const leaving = new AbortController();
    const response = await fetch(new URL('/jobs', server.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bearer() },
      body: jobBody(loadOf(slowScript)),
      signal: leaving.signal,
    });
    await response.body?.getReader().read();
    leaving.abort();
    // The next one does not wait for the whole of it, and finds nothing of it.
    await withGraph(settings, loadOf(portScript));
    const status = await withGraph(settings, { kind: 'status', scripts: [slowScript] });
    expect(status.find(({ path }) => path === slowScript.path)).toMatchObject({ state: 'new' });
  });

  it('is stopped with the server, which then ends in order', async () => {
    let closed: Promise<void> | undefined;
    const job = withGraph(settings, loadOf(slowScript), {
      onProgress: () => (closed ??= server.close()),
    });
    await expect(job).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await closed;
    expect(await withGraph(settings, { kind: 'status', scripts: [slowScript] })).toContainEqual(
      expect.objectContaining({ path: slowScript.path, state: 'new' }),
    );
  });

  it('minds no server.json that a killed server left', async () => {
    await server.close();
    await writeServerFile(folder, { url: 'http://127.0.0.1:1', token: reach.token, pid: 1 });
    expect(await withGraph(settings, loadOf(portScript))).toMatchObject({ complete: true });
    await writeFile(join(folder, 'server.json'), '{"url":');
    expect(await withGraph(settings, loadOf(portScript))).toMatchObject({ complete: true });
    server = await startServer(settings, { log });
    expect(await readServerFile(folder)).toMatchObject({ url: server.url });
    expect(await readFile(join(folder, 'server.json'), 'utf8')).not.toContain(reach.token);
  });

  it.each([
    ['a page', 200, 'text/html'],
    ['that it does not know how to post', 501, 'text/html'],
    ['of a Claimgraph of another folder', 401, 'application/json'],
  ])('is asked once of what took the port since, which answers with %s', async (_name, status, type) => {
    await server.close();
    let asked = 0;
    const other = createServer((_request, response) => {
      asked += 1;
      response.writeHead(status, { 'Content-Type': type }).end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await writeServerFile(folder, { ...reach, url: `http://127.0.0.1:${port}` });
    const holder = await openEmbeddedStore({ folder });
    setTimeout(() => void holder.close(), 400);
    try {
      expect(await withGraph(settings, loadOf(portScript))).toMatchObject({ complete: true });
      expect(asked).toBe(1);
    } finally {
      other.close();
    }
  });
});
