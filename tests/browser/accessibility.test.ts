import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { openExplorer } from '../support/explorer-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const disputed = /Delcy Rodríguez rejects orders of United States/;

/** Screens on the way of an analyst, each reached from the one before it. */
const screens: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: 'the first screen', reach: async () => undefined },
  {
    name: 'a search',
    reach: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('rodriguez');
      await page
        .getByRole('option', { name: /Delcy Rodríguez/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'a dispute',
    reach: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('option').first().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: disputed }).click();
      await page.getByRole('heading', { name: disputed }).waitFor();
    },
  },
  {
    name: 'the article',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Read in place' }).click();
      await page.locator('[data-claim] mark').first().waitFor();
    },
  },
  {
    name: 'the list of keys',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Keys and gestures' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let app: TestApp;
  let browser: TestBrowser;
  let page: Page;
  beforeAll(async () => {
    app = await openApp();
    // The checker is put into the page from outside, which the page's own policy would refuse. Without
    // motion nothing is looked at while it fades in.
    browser = await openBrowser({
      colorScheme,
      bypassCSP: true,
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
    });
    page = await browser.newPage();
    await openExplorer(page, app.url);
    await page.evaluate(axe);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(screens)('$name has no barrier that can be found by machine', async ({ reach }) => {
    await reach(page);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(
      violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  });
});
