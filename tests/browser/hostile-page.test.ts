import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { portArticle } from '../loader/port-article.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { openLoadedStore } from '../support/loaded-store.ts';

const writeToken = 'a-token-for-writers-of-tests';
const query = '{ statistics { claims } }';
const mutation = `mutation { loadScript(input: { name: "2030-05-02-port", cypher: ${JSON.stringify(portArticle)}, dryRun: false }) { outcome } }`;

let store: Store;
let app: TestApp;
let browser: TestBrowser;
let before: string;
/** Serves pages of two other origins: another port of this machine, and one that the settings list. */
let hostile: Server;
let friendly: Server;
let listed: string;

beforeAll(async () => {
  [hostile, friendly] = [await servePages(), await servePages()];
  listed = originOf(friendly);
  store = await openLoadedStore(() => openEmbeddedStore({ folder: null }));
  before = await graphDigest(store);
  app = await openApp({
    store,
    settings: { CLAIMGRAPH_WRITE_TOKEN: writeToken, CLAIMGRAPH_ORIGINS: listed },
  });
  browser = await openBrowser();
});
afterAll(async () => {
  browser.forgive(/CORS|403|401|405|415|ERR_|EventSource|MIME|Framing|SyntaxError|Unexpected|refused/i);
  await browser.close();
  await app.close();
  await store.close();
  for (const server of [hostile, friendly]) server.close();
});

/** What reached a page's own server, beside the page. */
let reached = 0;

async function servePages(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/page') reached += 1;
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>A page</title><link rel="icon" href="data:,"><p>A page.</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Attempt {
  readonly api: string;
  readonly query: string;
  readonly mutation: string;
  readonly token: string;
}

/** Each does its worst in a page, and gives what it has read; it throws or gives nothing where it could not. */
const attempts: Readonly<Record<string, (given: Attempt) => Promise<unknown>>> = {
  'fetches an answer': async ({ api, query: asked }) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(api, { method: 'POST', headers, body: JSON.stringify({ query: asked }) });
    return response.text();
  },
  'fetches by address': async ({ api, query: asked }) => {
    const response = await fetch(`${api}?query=${encodeURIComponent(asked)}`);
    return response.text();
  },
  'fetches with a token that it has got': async ({ api, mutation: asked, token }) => {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const response = await fetch(api, { method: 'POST', headers, body: JSON.stringify({ query: asked }) });
    return response.text();
  },
  'fetches with the cookies and logins of the browser': async ({ api, query: asked }) => {
    const response = await fetch(`${api}?query=${encodeURIComponent(asked)}`, { credentials: 'include' });
    return response.text();
  },
  'posts text without asking first': async ({ api, mutation: asked }) => {
    const init = { method: 'POST', mode: 'no-cors', body: JSON.stringify({ query: asked }) } as const;
    return (await fetch(api, init)).text();
  },
  'posts a form without asking first': async ({ api, mutation: asked }) => {
    const body = new URLSearchParams({ query: asked });
    return (await fetch(api, { method: 'POST', mode: 'no-cors', body })).text();
  },
  'sends a beacon': async ({ api, mutation: asked }) => {
    navigator.sendBeacon(api, new Blob([JSON.stringify({ query: asked })], { type: 'text/plain' }));
    return '';
  },
  'submits forms of three kinds into a frame': async ({ api, mutation: asked }) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'target' });
    document.body.append(frame);
    for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const form = Object.assign(document.createElement('form'), {
        method: 'post',
        action: api,
        target: 'target',
        enctype,
      });
      // As text it becomes a JSON object with this one key and what follows.
      const name = enctype === 'text/plain' ? `{"query":${JSON.stringify(asked)},"x":"` : 'query';
      form.append(
        Object.assign(document.createElement('input'), {
          name,
          value: enctype === 'text/plain' ? '"}' : asked,
        }),
      );
      document.body.append(form);
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      form.submit();
      await loaded;
    }
    return frame.contentDocument?.body.textContent;
  },
  'listens to events': async ({ api }) =>
    new Promise((resolve) => {
      const events = new EventSource(
        `${api}?query=${encodeURIComponent('subscription { graphChanged(since: 0) { sequence } }')}`,
      );
      events.addEventListener('next', ({ data }) => resolve(data));
      events.addEventListener('open', () => resolve('opened'));
      events.addEventListener('error', () => resolve(''));
    }),
  'loads an answer as an image': async ({ api, query: asked }) =>
    new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve(''));
      image.src = `${api}?query=${encodeURIComponent(asked)}`;
    }),
  'loads an answer as a script': async ({ api, query: asked }) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      script.addEventListener('load', () => resolve('loaded'));
      script.addEventListener('error', () => resolve(''));
      script.src = `${api}?query=${encodeURIComponent(asked)}`;
      document.head.append(script);
    }),
  'loads the explorer’s own files': async ({ api }) =>
    new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve('loaded'));
      image.addEventListener('error', () => resolve(''));
      image.src = new URL('/favicon.svg', api).href;
    }),
  'opens the explorer in a frame': async ({ api }) => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = new URL('/', api).href;
    document.body.append(frame);
    await loaded;
    return frame.contentDocument?.body.textContent;
  },
};

async function openPage(server: Server): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${originOf(server)}/page`);
  return page;
}

interface Try {
  readonly at: string;
  readonly attempt: (given: Attempt) => Promise<unknown>;
}

async function readBy(page: Page, { at, attempt }: Try): Promise<unknown> {
  const given = { api: `${at}/graphql`, query, mutation, token: writeToken };
  return page.evaluate(attempt, given).catch(() => '');
}

describe('a page from another port', () => {
  it.each(Object.entries(attempts))('%s: reads nothing, writes nothing', async (_name, attempt) => {
    const page = await openPage(hostile);
    expect(['', null, undefined]).toContain(await readBy(page, { at: app.url, attempt }));
    // It is no fault of the attempt: at a server that guards nothing it comes through.
    const control = await openPage(hostile);
    reached = 0;
    await readBy(control, { at: originOf(hostile), attempt });
    await expect.poll(() => reached).toBeGreaterThan(0);
    await Promise.all([page.close(), control.close()]);
    expect(await graphDigest(store)).toBe(before);
  });

  it('tries it in 13 ways', () => expect(Object.keys(attempts)).toHaveLength(13));
});

it('a page whose origin is listed reads what the API says to everybody', async () => {
  const page = await openPage(friendly);
  for (const name of ['fetches an answer', 'fetches by address']) {
    const attempt = attempts[name];
    expect(attempt && JSON.parse(String(await readBy(page, { at: app.url, attempt })))).toMatchObject({
      data: { statistics: {} },
    });
  }
  await page.close();
});
