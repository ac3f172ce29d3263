import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { giveGraphId } from '../../server/src/loader/graph-id.ts';
import { unloadArticle } from '../../server/src/loader/unload.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { load, portArticleWith, portScript } from '../loader/port-article.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { drawnIds, drawnPositions, openExplorer } from '../support/explorer-page.ts';
import { strikeScript } from '../support/strike-article.ts';

let folder: string;
let store: Store;
let app: TestApp;
let browser: TestBrowser;
let page: Page;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimgraph-live-'));
  store = await openEmbeddedStore({ folder });
  await load(store, portScript);
  app = await openApp({ store });
  browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
  page = await browser.newPage();
  await openExplorer(page, app.url);
});
afterEach(async () => {
  await browser.close();
  await app.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const notice = () => page.getByRole('status').filter({ hasText: ' by ' });
const runsPort = 'ana-ruiz~CONTROLS~port-authority';

it('says what came in, moves nothing, and brings it in when asked to', async () => {
  const before = await drawnPositions(page);
  expect(await drawnIds(page)).toEqual({ nodes: ['ana-ruiz', 'port-authority'], edges: [runsPort] });
  await load(store, strikeScript);
  await notice().waitFor();
  expect(await notice().innerText()).toContain(
    'Dockers walk out loaded by tester: 2 new claims, 1 new entity, ' +
      '1 relation now has a second origin, 1 contradiction.',
  );
  expect(await drawnPositions(page)).toEqual(before);
  // The relation that was there shows its third claim already.
  await page.getByText('1 relation · 3 claims').waitFor();

  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('heading', { name: '2 selected' }).waitFor();
  expect(await drawnIds(page)).toEqual({
    nodes: ['ana-ruiz', 'dockers', 'port-authority'],
    edges: [runsPort, 'dockers~OPPOSES~ana-ruiz'],
  });
  expect(await drawnPositions(page)).toMatchObject(before);
  expect(await notice().count()).toBe(0);
  // What had the keyboard is gone: the graph has it.
  expect(await page.evaluate(() => document.activeElement?.closest('[role="tree"]') !== null)).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(async () => (await drawnIds(page)).nodes).toEqual(['ana-ruiz', 'port-authority']);
});

it('shows changed and removed claims of what is selected, at once', async () => {
  await load(store, strikeScript);
  await notice().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => notice().count()).toBe(0);
  await load(store, { ...portScript, text: portArticleWith("status: 'reported'", "status: 'asserted'") });
  await notice().waitFor();
  expect(await notice().innerText()).toContain('1 claim changed.');
  await unloadArticle(store, '2030-05-03-strike', { by: 'ana', dryRun: false });
  await page.getByText('1 relation · 2 claims').waitFor();
  expect(await notice().innerText()).toContain(
    'and Dockers walk out loaded and taken out by tester and ana: 1 claim changed, 2 claims removed.',
  );
});

it('keeps the canvas to itself when another graph is served at its address', async () => {
  const { port } = new URL(app.url);
  const other = await openEmbeddedStore({ folder: null });
  try {
    await load(other, strikeScript);
    await Promise.all([giveGraphId(store), giveGraphId(other)]);
    await page.reload();
    await openExplorer(page, app.url);
    const before = await drawnPositions(page);
    await app.close();
    await page.getByText('Offline.').waitFor();
    app = await openApp({ store: other, port: Number(port) });
    await page.getByText('This graph is no longer served.').waitFor();
    expect(await drawnPositions(page)).toEqual(before);
    await page.getByRole('button', { name: 'Open the other graph' }).click();
    await page.getByText('Dockers walk out').first().waitFor();
    await page.getByText('no longer served').waitFor({ state: 'hidden' });
  } finally {
    await app.close();
    await other.close();
  }
  browser.forgive(/ERR_/);
});

it('keeps the canvas while the server is away, comes back by itself, and tells what was missed', async () => {
  const before = await drawnPositions(page);
  const { port } = new URL(app.url);
  await app.close();
  await page.getByText('Offline.').waitFor();
  expect(await drawnPositions(page)).toEqual(before);
  await load(store, strikeScript);
  app = await openApp({ store, port: Number(port) });
  await page.getByText('Offline.').waitFor({ state: 'hidden' });
  await notice().waitFor();
  expect(await notice().innerText()).toContain('2 new claims');
  expect(await drawnPositions(page)).toEqual(before);
  browser.forgive(/ERR_/);
});
