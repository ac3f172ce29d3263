import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { openExplorer, pointOn } from '../support/explorer-page.ts';

/** Makes the pictures of the documentation anew. They are looked at, not compared. */
const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

const met = 'delcy-rodriguez~MET~john-ratcliffe';
const disputed = 'delcy-rodriguez~REJECTS_ORDERS_OF~united-states';

const pictures: readonly {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly reach: (page: Page) => Promise<void>;
}[] = [
  { name: 'explorer-light', colorScheme: 'light', reach: (page) => click(page, met) },
  { name: 'dispute-dark', colorScheme: 'dark', reach: (page) => click(page, disputed) },
  {
    name: 'article-light',
    colorScheme: 'light',
    reach: async (page) => {
      await click(page, met);
      await page.getByRole('button', { name: 'Read in place' }).click();
      await page.locator('[data-claim] mark').first().waitFor();
    },
  },
];

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

it.each(pictures)('$name', async ({ name, colorScheme, reach }) => {
  const browser = await openBrowser({ colorScheme, viewport: { width: 1440, height: 900 } });
  const page = await browser.newPage();
  await openExplorer(page, app.url);
  await reach(page);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: `${folder}${name}.png` });
  await browser.close();
  expect(statSync(`${folder}${name}.png`).size).toBeGreaterThan(50_000);
});

async function click(page: Page, id: string): Promise<void> {
  const { x, y } = await pointOn(page, id);
  await page.mouse.click(x, y);
  await page.mouse.move(x + 1, 2);
}
