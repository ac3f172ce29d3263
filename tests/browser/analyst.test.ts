import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { openApp, type TestApp } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { drawnIds, drawnPositions, openExplorer, pointOn } from '../support/explorer-page.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';

const rodriguez = 'delcy-rodriguez';
const ratcliffe = 'john-ratcliffe';
const met = `${rodriguez}~MET~${ratcliffe}`;

const screens = new Map<string, unknown>();

forEachStore((name, open) => {
  let app: TestApp;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    app = await openApp({ store: await openLoadedStore(open) });
    browser = await openBrowser({ viewport: { width: 1440, height: 900 } });
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
  const counts = () => page.getByRole('main').getByRole('paragraph').first();

  /** Types and runs the first hit, as somebody does who knows the name. */
  async function goTo(words: string, name: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await panel().getByRole('heading', { name }).waitFor();
  }

  it('shows the same first screen as every other store', async () => {
    const screen = {
      ...(await drawnIds(page)),
      places: await drawnPositions(page),
      counts: await counts().innerText(),
    };
    expect(screen.nodes).toContain(rodriguez);
    expect(screen.edges).toContain(met);
    screens.set(name, screen);
    expect(screen).toEqual(screens.get('embedded'));
  });

  it('finds Rodríguez by "rodriguez" and reads the sentence behind her meeting with Ratcliffe', async () => {
    await goTo('rodriguez', 'Delcy Rodríguez');

    const { x, y } = await pointOn(page, met);
    await page.mouse.click(x, y);
    await expect
      .poll(() => panel().locator('mark').allInnerTexts())
      .toEqual(['Rodríguez warmly greeted CIA Director John Ratcliffe this month']);
    expect(await panel().innerText()).toMatch(
      /Asserted[\s\S]*The article itself[\s\S]*Jan 2026[\s\S]*28 Jan 2026/,
    );

    await panel().getByRole('button', { name: 'Read in place' }).click();
    const marked = page.locator('[data-claim] mark');
    await expect
      .poll(async () => (await marked.allInnerTexts()).join(''))
      .toContain('Rodríguez warmly greeted');
    await expect.poll(() => isInView(page)).toBe(true);
  });

  it('hides, expands, takes back and does again, and moves nothing that was there', async () => {
    const before = await drawnPositions(page);
    await goTo('ratclif', 'John Ratcliffe');
    await page.keyboard.press('h');
    await expect.poll(async () => (await drawnIds(page)).nodes).not.toContain(ratcliffe);

    await goTo('delcy rod', 'Delcy Rodríguez');
    await page.keyboard.press('e');
    await expect.poll(async () => (await drawnIds(page)).nodes).toContain(ratcliffe);
    const { [ratcliffe]: came, ...kept } = await drawnPositions(page);
    const { [ratcliffe]: was, ...others } = before;
    expect(kept).toEqual(others);
    expect([came, was]).not.toContain(undefined);

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await drawnIds(page)).nodes).not.toContain(ratcliffe);
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawnPositions(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await drawnIds(page)).nodes).not.toContain(ratcliffe);
  });

  it('switches a status off and on again: ghosts in place, a chip that says what it costs', async () => {
    const before = await drawnPositions(page);
    await page.getByRole('switch', { name: /Planned/ }).click();
    const chip = page.getByRole('button', { name: /Planned/ }).filter({ hasText: /hides/ });
    await chip.first().waitFor();
    expect(await drawnPositions(page)).toEqual(before);
    await page.keyboard.press('Control+z');
    await chip.first().waitFor({ state: 'detached' });
    expect(await drawnPositions(page)).toEqual(before);
  });
});

/** Whether the marked words of the article lie inside the window. */
function isInView(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const box = document.querySelector('[data-claim] mark')?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= window.innerHeight;
  });
}
