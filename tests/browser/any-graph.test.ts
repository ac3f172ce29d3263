import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { examples, loadExample } from '../loader/examples/examples.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { drawnIds, pointOn } from '../support/explorer-page.ts';
import { forEachKindOfStore } from '../support/stores.ts';

forEachKindOfStore((_name, open) => {
  let app: TestApp;
  let page: Page;
  let close: () => Promise<void>;
  beforeEach(async () => {
    const store = await open();
    const example = examples.find(({ name }) => name === 'movies');
    if (!example) throw new Error('There is no example of movies');
    await loadExample(store, example);
    app = await openApp({ store });
    const browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
    page = await browser.newPage();
    close = () => browser.close();
  });
  afterEach(async () => {
    await close();
    await app.close();
  });

  it('explores a graph that has no articles, without a word of evidence that it cannot have', async () => {
    await page.goto(app.url);
    await page.getByText('What do you want to know?').waitFor();
    expect(await page.getByText('holds no article').count()).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('nadja fjord');
    await page.getByRole('option', { name: /Nadia Fjord/u }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await drawnIds(page)).nodes.length).toBe(1);
    await page.getByRole('button', { name: /^Expand/u }).click();
    await expect.poll(async () => (await drawnIds(page)).edges.length).toBeGreaterThan(5);
    await page.waitForTimeout(1500);
    const acted = (await drawnIds(page)).edges.find((id) => id.includes('~ACTED_IN~')) ?? '';
    const { x, y } = await pointOn(page, acted);
    await page.mouse.click(x, y);
    await page.getByText('No quote in the data.').waitFor();
    const panel = await page.locator('body').innerText();
    expect(panel).toContain('acted in');
    for (const words of ['no longer found', 'Who says so', 'Published']) expect(panel).not.toContain(words);
  });
});
