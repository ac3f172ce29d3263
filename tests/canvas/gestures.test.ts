import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { CanvasSelection } from '../../client/src/canvas/canvas-props.ts';
import { openCanvas } from './open-canvas.ts';
import type { OpenCanvas } from './open-canvas.ts';
import { rowPositions, rowScene } from './sample-scene.ts';

let canvas: OpenCanvas;
beforeAll(async () => {
  canvas = await openCanvas();
});
afterAll(() => canvas.close());

const nothing: CanvasSelection = { primary: null, entities: [], edges: [] };

beforeEach(async () => {
  await canvas.page.evaluate((selection) => window.canvas.show({ selection }), nothing);
  await canvas.show(rowScene, rowPositions);
  // Farther apart than a double click, so that no click counts as the second of the last test.
  await canvas.page.waitForTimeout(350);
  await canvas.forgetGestures();
});

async function click(
  id: string,
  options: Parameters<OpenCanvas['page']['mouse']['click']>[2] = {},
): Promise<void> {
  const { x, y } = await canvas.at(id);
  await canvas.page.mouse.click(x, y, options);
}

test('a click selects, with Ctrl or Shift it adds', async () => {
  await click('ann');
  await canvas.page.waitForTimeout(350);
  await canvas.page.keyboard.down('Control');
  await click('bob');
  await canvas.page.keyboard.up('Control');
  await canvas.page.keyboard.down('Shift');
  await click('ann-bob');
  await canvas.page.keyboard.up('Shift');
  expect(await canvas.gestures('select')).toEqual([
    { kind: 'select', target: 'entity', id: 'ann', additive: false },
    { kind: 'select', target: 'entity', id: 'bob', additive: true },
    { kind: 'select', target: 'edge', id: 'ann-bob', additive: true },
  ]);
});

test('a second click opens', async () => {
  await click('ann', { clickCount: 2, delay: 20 });
  const kinds = (await canvas.gestures()).map((gesture) => gesture.kind);
  expect(kinds).toEqual(['select', 'open']);
});

test('a click on the background clears the selection', async () => {
  await canvas.page.mouse.click(60, 60);
  expect(await canvas.gestures()).toEqual([{ kind: 'clear-selection' }]);
});

test('the right button asks for the menu of what is under it', async () => {
  await click('bob', { button: 'right' });
  await click('bob-cid', { button: 'right' });
  await canvas.page.mouse.click(60, 60, { button: 'right' });
  const asked = (await canvas.gestures('menu')).map((gesture) =>
    gesture.kind === 'menu' ? [gesture.target, gesture.id] : [],
  );
  expect(asked).toEqual([
    ['entity', 'bob'],
    ['edge', 'bob-cid'],
    ['background', null],
  ]);
});

test('a click on the number of hidden neighbours asks for the expand menu', async () => {
  const { x, y } = await canvas.at('cid');
  const zoom = await canvas.page.evaluate(() => window.canvas.cy().zoom());
  await canvas.page.mouse.click(x + 18 * zoom, y - 14 * zoom);
  expect(await canvas.gestures()).toMatchObject([{ kind: 'expand-menu', id: 'cid' }]);
});

test('Shift and a drag select what is in the box', async () => {
  const [ann, bob] = [await canvas.at('ann'), await canvas.at('bob')];
  await canvas.page.keyboard.down('Shift');
  await canvas.page.mouse.move(ann.x - 60, ann.y - 80);
  await canvas.page.mouse.down();
  await canvas.page.mouse.move(bob.x, bob.y, { steps: 4 });
  await canvas.page.mouse.move(bob.x + 60, bob.y + 80, { steps: 4 });
  await canvas.page.mouse.up();
  await canvas.page.keyboard.up('Shift');
  await canvas.page.waitForTimeout(50);
  expect(await canvas.gestures('select-many')).toEqual([
    { kind: 'select-many', ids: ['ann', 'bob'], additive: false },
  ]);
});

test('a drag moves one entity and says where to', async () => {
  const { x, y } = await canvas.at('bob');
  const zoom = await canvas.page.evaluate(() => window.canvas.cy().zoom());
  await canvas.page.mouse.move(x, y);
  await canvas.page.mouse.down();
  await canvas.page.mouse.move(x + 30, y + 60, { steps: 5 });
  await canvas.page.mouse.up();
  const [moved] = await canvas.gestures('moved');
  expect(moved?.kind === 'moved' ? Object.keys(moved.positions) : []).toEqual(['bob']);
  const at = moved?.kind === 'moved' ? moved.positions['bob'] : undefined;
  expect(at?.x).toBeCloseTo(rowPositions.bob.x + 30 / zoom, 0);
  expect(at?.y).toBeCloseTo(rowPositions.bob.y + 60 / zoom, 0);
  expect(await canvas.gestures('select')).toEqual([]);
});

test('what the pointer is on is named in a tip', async () => {
  const { x, y } = await canvas.at('ann');
  await canvas.page.mouse.move(x - 2, y);
  await canvas.page.mouse.move(x, y);
  expect(await canvas.page.getByRole('tooltip').textContent()).toBe('ann Person, 1 relations here');
  await canvas.page.mouse.move(60, 60);
  await canvas.page.getByRole('tooltip').waitFor({ state: 'detached' });
});

test('the keyboard walks to a neighbour, opens, adds, expands and asks for the menu', async () => {
  const { page } = canvas;
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.evaluate(() => window.canvas.port?.focus());
  expect(await focused()).toBe('ann, Person, 1 relations here');
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  expect(await focused()).toBe('met, asserted');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('bob, Person, 1 relations here');
  for (const key of ['Space', 'e', 'Shift+F10']) await page.keyboard.press(key);
  const { x, y } = await canvas.at('bob');
  expect((await canvas.gestures()).filter((gesture) => gesture.kind !== 'zoomed')).toEqual([
    { kind: 'select', target: 'edge', id: 'ann-bob', additive: false },
    { kind: 'select', target: 'entity', id: 'bob', additive: true },
    { kind: 'open', target: 'entity', id: 'bob' },
    { kind: 'menu', target: 'entity', id: 'bob', at: { x, y } },
  ]);
});

test('what came and went is announced', async () => {
  await canvas.show({ nodes: rowScene.nodes.slice(0, 2), edges: rowScene.edges.slice(0, 1) });
  expect(await canvas.page.getByRole('status').textContent()).toBe('1 entity and 1 relation gone.');
});
