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

/** Screens on the way of an analyst: name, and how to come there from the first one. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the first screen': async () => undefined,
  'a search': async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('rodriguez');
    await page
      .getByRole('option', { name: /Delcy Rodríguez/ })
      .first()
      .waitFor();
  },
  'a dispute': async (page) => {
    await page.getByRole('button', { name: disputed }).click();
    await page.getByRole('heading', { name: disputed }).waitFor();
  },
  'the article': async (page) => {
    await page.getByRole('button', { name: disputed }).click();
    await page.getByRole('button', { name: 'Read in place' }).click();
    await page.locator('[data-claim] mark').first().waitFor();
  },
  'the list of keys': async (page) => {
    await page.getByRole('button', { name: 'Keys and gestures' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  let app: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    app = await openApp();
    // The checker is put into the page from outside, which the page's own policy would refuse.
    browser = await openBrowser({ colorScheme, bypassCSP: true, viewport: { width: 1440, height: 900 } });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each(Object.entries(screens))('%s has no barrier that can be found by machine', async (_, reach) => {
    const page = await browser.newPage();
    await openExplorer(page, app.url);
    await reach(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(
      violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    await page.close();
  });
});
