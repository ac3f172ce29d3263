import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';

import { openApp } from '../support/app.ts';
import { openBrowser } from '../support/browser.ts';
import { drawnIds, focused, openExplorer } from '../support/explorer-page.ts';

const textQuery = 'query { articles(first: 1) { nodes { text } } }';
/** More keys than it takes to walk through every relation from both of its ends. */
const mostKeys = 1_000;

/** Walks through the tree of the graph by the keyboard and stops at each relation, once. */
async function forEachRelation(page: Page, visit: (sentence: string) => Promise<void>): Promise<number> {
  const seen = new Set<string>();
  await page.keyboard.press('g');
  await page.keyboard.press('Home');
  let last = '';
  for (let keys = 0; keys < mostKeys; keys += 1) {
    const { level, text } = await focused(page);
    if (last === `${level} ${text}`) return seen.size;
    last = `${level} ${text}`;
    if (level === '1') await page.keyboard.press('ArrowRight');
    else if (!seen.has(text)) {
      seen.add(text);
      await page.keyboard.press('Enter');
      await visit(text);
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The tree has no end after ${mostKeys} keys.`);
}

it('every relation on the first screen leads to a quote, a speaker, a status and both dates', async () => {
  const app = await openApp();
  const browser = await openBrowser({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  const page = await browser.newPage();
  await openExplorer(page, app.url);
  const { data } = await app.query(textQuery);
  const article = plain(JSON.parse(JSON.stringify(data)).articles.nodes[0].text);
  const panel = page.getByRole('complementary', { name: 'Details' });

  const unproven: string[] = [];
  const count = await forEachRelation(page, async (sentence) => {
    const [shown, quotes] = await Promise.all([panel.innerText(), panel.locator('mark').allInnerTexts()]);
    const quote = plain(quotes.join(''));
    const proven =
      quote.length >= 15 &&
      article.includes(quote) &&
      /(?:Asserted|Reported|Planned|Predicted|Questioned|Opinion|Denied|Retracted)\b/i.test(shown) &&
      (/Who says so\s+\S[\s\S]*Happened\s+\S[\s\S]*Published\s+28 Jan 2026/.test(shown) ||
        /Disputed[\s\S]*Says so[\s\S]*, published 28 Jan 2026/.test(shown));
    if (!proven) unproven.push(`${sentence}: ${quote}\n${shown}`);
  });
  expect(unproven).toEqual([]);
  expect(count).toBe((await drawnIds(page)).edges.length);

  await browser.close();
  await app.close();
});

/** Typographic signs count as plain ones, as they do for the loader. */
function plain(text: string): string {
  return text
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll('…', '...')
    .replaceAll(/\s+/g, ' ');
}
