import { afterAll, beforeAll, expect, test } from 'vitest';

import { openCanvas } from './open-canvas.ts';
import type { OpenCanvas } from './open-canvas.ts';
import { rowPositions, rowScene, sampleEdge, sampleNode } from './sample-scene.ts';

let canvas: OpenCanvas;
beforeAll(async () => {
  canvas = await openCanvas({ width: 800, height: 690 }, 2);
});
afterAll(() => canvas.close());

/** Drawn pixels for one pixel of the page. */
function pixelRatio(): Promise<number> {
  return canvas.page.evaluate(() => {
    const layer = document.querySelector('canvas');
    return layer === null ? 0 : layer.width / layer.clientWidth;
  });
}

test('on a dense display a picture that grows past 1,000 elements is drawn coarsely, until it shrinks', async () => {
  await canvas.show(rowScene, rowPositions);
  expect(await pixelRatio()).toBe(2);
  const nodes = Array.from({ length: 500 }, (_, i) => sampleNode(`n${i}`));
  const edges = nodes.map(({ id }, i) => sampleEdge(`e${i}`, [id, `n${(i + 1) % nodes.length}`]));
  const places = nodes.map(({ id }, i) => [id, { x: (i % 25) * 60, y: Math.floor(i / 25) * 60 }] as const);
  await canvas.show({ nodes, edges }, Object.fromEntries(places));
  expect(await pixelRatio()).toBe(1);
  await canvas.show(rowScene, rowPositions);
  expect(await pixelRatio()).toBe(2);
});
