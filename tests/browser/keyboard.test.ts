import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { drawnIds, drawnPositions, focused, openExplorer, pointOn } from '../support/explorer-page.ts';

const ratcliffe = 'john-ratcliffe';

let app: TestApp;
let browser: TestBrowser;
let page: Page;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
});
beforeEach(async () => {
  page = await browser.newPage();
  await openExplorer(page, app.url);
  return async () => page.close();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const panel = () => page.getByRole('complementary', { name: 'Details' });
const focus = async () => (await focused(page)).text;

async function search(words: string, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect.poll(focus).toContain(name);
}

it('an analyst without a mouse finds, walks, reads, hides and takes back', async () => {
  const before = await drawnPositions(page);
  await search('rodrigez', 'Delcy Rodríguez, Person, 17 relations');

  await page.keyboard.press('ArrowRight');
  for (let row = 0; row < 17 && !(await focus()).startsWith('Delcy Rodríguez met John'); row += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await panel().getByText('Paragraph 14, found once').waitFor();
  await page.keyboard.press('r');
  await page.locator('[data-claim] mark').first().waitFor();
  await page.keyboard.press('Escape');
  await panel().getByText('Who says so').waitFor();

  await page.keyboard.press('g');
  await page.keyboard.press('ArrowRight');
  await expect.poll(focus).toContain('John Ratcliffe, Person');
  await page.keyboard.press('Enter');
  await page.keyboard.press('h');
  await expect.poll(async () => (await drawnIds(page)).nodes).not.toContain(ratcliffe);
  // The entity that had the keyboard is gone: another one has it.
  await expect.poll(async () => (await focused(page)).level).toBe('1');
  await page.keyboard.press('Control+z');
  await expect.poll(() => drawnPositions(page)).toEqual(before);
});

it('what the keyboard took away leaves it on the graph, and what it opened gives it back', async () => {
  await page.getByRole('switch', { name: 'Switch off: Planned' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /hides 18 claims/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await focused(page)).level).toBe('1');

  await page.keyboard.press('/');
  await page.keyboard.type('cuba');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await focused(page)).level).toBe('1');

  await page.setViewportSize({ width: 1024, height: 768 });
  const legend = page.getByRole('button', { name: 'Legend', exact: true });
  await legend.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Legend and filter' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => legend.evaluate((button) => button === document.activeElement)).toBe(true);
});

it('the expand menu opens beside the entity that it is about', async () => {
  await search('ratclif', 'John Ratcliffe');
  const { x, y } = await pointOn(page, ratcliffe);
  await page.keyboard.press('Shift+E');
  const menu = page.getByRole('menu', { name: 'Expand John Ratcliffe' });
  await menu.waitFor();
  const box = await menu.boundingBox();
  expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(20);
  expect(Math.abs((box?.y ?? 0) - y)).toBeLessThan(20);
});
