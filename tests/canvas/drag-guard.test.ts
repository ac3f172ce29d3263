import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Scene } from '../../client/src/state/scene.ts';
import { articleScene } from './article-scene.ts';
import { openCanvas } from './open-canvas.ts';
import type { OpenCanvas } from './open-canvas.ts';

let canvas: OpenCanvas;
let article: Scene;
beforeAll(async () => {
  article = await articleScene();
  canvas = await openCanvas();
  await canvas.show(article);
});
afterAll(() => canvas.close());

const steps = 24;

/** Drags the CIA by so much; returns how often the layer of everything that stays was painted while it moved. */
async function drag(by: number): Promise<number> {
  const { page } = canvas;
  const { x, y } = await canvas.at('cia');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 4, y, { steps: 3 });
  await page.evaluate(() => {
    const renderer = window.canvas.cy().renderer();
    const render = renderer.render.bind(renderer);
    let painted = 0;
    const nodeLayer = 2;
    renderer.render = (options) => {
      if (renderer.data.canvasNeedsRedraw[nodeLayer]) painted += 1;
      render(options);
    };
    Object.assign(window, {
      stopCounting: () => {
        renderer.render = render;
        return painted;
      },
    });
  });
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(x + by / 4 + (by * 0.75 * step) / steps, y + step);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const painted = await page.evaluate(() => (window as unknown as { stopCounting(): number }).stopCounting());
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(500);
  return painted;
}

/** The largest difference between two pictures in any colour of any pixel, of 255. */
function difference(one: Buffer, two: Buffer): Promise<number> {
  return canvas.page.evaluate(
    async (pictures) => {
      const [a = [], b = []] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? [];
        }),
      );
      let most = a.length === b.length ? 0 : 255;
      for (let i = 0; i < a.length; i += 1) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
      return most;
    },
    [one, two].map((picture) => picture.toString('base64')),
  );
}

test('a drag repaints only what moves, and after the drop the picture is the same as without the guard', async () => {
  const positions = await canvas.page.evaluate(() => window.canvas.props().positions);
  // Labels remember their sides, so both drags start from a canvas that was emptied.
  const startAgain = async () => {
    await canvas.show({ nodes: [], edges: [] }, {});
    await canvas.show(article, positions);
  };
  await startAgain();
  const guarded = await drag(80);
  const withGuard = await canvas.page.screenshot();
  await startAgain();
  await canvas.page.evaluate(() => {
    // The library's own method, which the guard wraps, is on the prototype.
    delete window.canvas.cy().renderer().notify;
  });
  const stock = await drag(80);
  const without = await canvas.page.screenshot();
  expect(guarded).toBeLessThanOrEqual(1);
  expect(stock).toBeGreaterThan(steps / 2);
  // What the library caches is smoothed by one step more or less; a place that was not repainted differs by far more.
  expect(await difference(withGuard, without)).toBeLessThanOrEqual(4);
});
