import { afterAll, beforeAll, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';

let app: TestApp;
let browser: TestBrowser;
beforeAll(async () => {
  [app, browser] = await Promise.all([openApp(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('the query page works under its own policy, offline, and answers', async () => {
  const page = await browser.newPage();
  await page.goto(`${app.url}/graphql`);
  await page.getByRole('button', { name: /execute query/i }).click();
  const answered = page.locator('.result-window').getByText('articles');
  await answered.waitFor();
  expect(await answered.count()).toBe(1);
});
