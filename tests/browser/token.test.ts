import { afterEach, beforeEach, expect, it } from 'vitest';

import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { load, portScript } from '../loader/port-article.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { drawnIds } from '../support/explorer-page.ts';
import { strikeScript } from '../support/strike-article.ts';

const token = 'a-token-for-readers-of-tests';

let store: Store;
let app: TestApp;
let browser: TestBrowser;
beforeEach(async () => {
  store = await openEmbeddedStore({ folder: null });
  await load(store, portScript);
  app = await openApp({ store, settings: { CLAIMGRAPH_READ_TOKEN: token } });
  browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
});
afterEach(async () => {
  await browser.close();
  await app.close();
  await store.close();
});

it('the explorer asks for the token once, keeps it for its tab, and follows the graph with it', async () => {
  const sent: string[] = [];
  browser.context.on('request', (request) => sent.push(request.url()));
  const page = await browser.newPage();
  await page.goto(app.url);
  const dialog = page.getByRole('dialog', { name: 'This graph needs a token' });
  await dialog.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('token');
  await page.keyboard.press('Escape');
  await page.keyboard.type('not-the-token');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Token').fill(token);
  await dialog.getByRole('button', { name: 'Open the graph' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('canvas').first().waitFor();
  await expect.poll(async () => (await drawnIds(page)).nodes).toEqual(['ana-ruiz', 'port-authority']);

  await load(store, strikeScript);
  await page.getByRole('status').filter({ hasText: 'Dockers walk out loaded by' }).waitFor();

  await page.reload();
  await page.locator('canvas').first().waitFor();
  expect(await dialog.count()).toBe(0);
  expect(sent.join('\n')).not.toContain(token);
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([expect.any(Number), '']);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);

  const other = await browser.newPage();
  await other.goto(app.url);
  await other.getByRole('dialog', { name: 'This graph needs a token' }).waitFor();
  browser.forgive(/401/);
});
