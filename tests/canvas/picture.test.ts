import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Scene } from '../../client/src/state/scene.ts';
import { articleScene } from './article-scene.ts';
import { openCanvas } from './open-canvas.ts';
import type { OpenCanvas } from './open-canvas.ts';
import { sampleEdge, sampleNode } from './sample-scene.ts';

let canvas: OpenCanvas;
let article: Scene;
beforeAll(async () => {
  article = await articleScene();
  canvas = await openCanvas();
});
afterAll(() => canvas.close());

interface PictureBox {
  readonly owner: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Boxes of all shapes and labels, without the halo of the letters. */
function boxes(): Promise<PictureBox[]> {
  return canvas.page.evaluate(() =>
    window.canvas
      .cy()
      .nodes()
      .flatMap((node) => {
        const only = {
          includeOverlays: false,
          includeUnderlays: false,
          includeOutlines: false,
          includeEdges: false,
        };
        const halo = 3;
        const { x, y } = node.position();
        const [hw, hh] = [
          Number.parseFloat(node.style('width')) / 2,
          Number.parseFloat(node.style('height')) / 2,
        ];
        const label = node.boundingBox({ ...only, includeNodes: false, includeLabels: true });
        return [
          { owner: node.id(), x1: x - hw, y1: y - hh, x2: x + hw, y2: y + hh },
          {
            owner: node.id(),
            x1: label.x1 + halo,
            y1: label.y1 + halo,
            x2: label.x2 - halo,
            y2: label.y2 - halo,
          },
        ];
      }),
  );
}

function overlapping(all: readonly PictureBox[]): string[] {
  return all.flatMap((a, i) =>
    all
      .slice(0, i)
      .filter((b) => a.owner !== b.owner && a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)
      .map((b) => `${a.owner} and ${b.owner}`),
  );
}

test('the first article is drawn whole, nothing on anything else, most captions with room', async () => {
  await canvas.show(article);
  const drawn = await canvas.page.evaluate(() => [
    window.canvas.cy().nodes().length,
    window.canvas.cy().edges().length,
  ]);
  expect(drawn).toEqual([article.nodes.length, article.edges.length]);
  expect(overlapping(await boxes())).toEqual([]);
  const [last] = (await canvas.gestures('zoomed')).slice(-1);
  expect(last).toMatchObject({ kind: 'zoomed' });
  if (last?.kind !== 'zoomed') return;
  expect(last.captionsWithoutRoom / article.edges.length).toBeLessThan(0.25);
  expect(last.zoom).toBeGreaterThan(0.7);
});

test('the same graph gives the same picture', async () => {
  await canvas.show({ nodes: [], edges: [] });
  await canvas.show(article, {});
  const first = await canvas.page.evaluate(() => window.canvas.props().positions);
  await canvas.show({ nodes: [], edges: [] }, {});
  await canvas.show(article, {});
  expect(await canvas.page.evaluate(() => window.canvas.props().positions)).toEqual(first);
});

test('what is placed does not move when neighbours come', async () => {
  await canvas.show(article, {});
  const places = () =>
    canvas.page.evaluate(() =>
      Object.fromEntries(
        window.canvas
          .cy()
          .nodes()
          .map((node) => [node.id(), { ...node.position() }]),
      ),
    );
  const before = await places();
  const added = Array.from({ length: 5 }, (_, i) => sampleNode(`new-${i}`));
  await canvas.show({
    nodes: [...article.nodes, ...added],
    edges: [...article.edges, ...added.map(({ id }) => sampleEdge(`cia-${id}`, ['cia', id]))],
  });
  const after = await places();
  for (const [id, at] of Object.entries(before)) expect(after[id]).toEqual(at);
  expect(Object.keys(after)).toHaveLength(article.nodes.length + 5);
  expect(overlapping(await boxes())).toEqual([]);
  const hub = before['cia'] ?? { x: 0, y: 0 };
  for (const { id } of added) {
    const at = after[id] ?? { x: Infinity, y: Infinity };
    expect(Math.hypot(at.x - hub.x, at.y - hub.y)).toBeLessThan(450);
  }
});

test('six claims of three types in both directions are three lines apart, each with its caption', async () => {
  const two = { claimCount: 2, caption: 'accuses 2', shortCaption: 'accuses 2' };
  await canvas.show(
    {
      nodes: [sampleNode('ann'), sampleNode('bob')],
      edges: [
        sampleEdge('a', ['ann', 'bob'], two),
        sampleEdge('b', ['bob', 'ann'], { ...two, caption: 'supports 2', shortCaption: 'supports 2' }),
        sampleEdge('c', ['ann', 'bob'], { ...two, caption: 'met 2', shortCaption: 'met 2' }),
      ],
    },
    { ann: { x: 0, y: 0 }, bob: { x: 240, y: 0 } },
  );
  const lines = await canvas.page.evaluate(() =>
    window.canvas
      .cy()
      .edges()
      .map((edge) => ({ y: edge.midpoint().y, text: edge.style('label') || edge.style('source-label') })),
  );
  const heights = lines.map((line) => line.y).toSorted((a, b) => a - b);
  const [first = 0, second = 0, third = 0] = heights;
  expect(second - first).toBeGreaterThan(16);
  expect(third - second).toBeGreaterThan(16);
  expect(lines.map((line) => line.text).toSorted()).toEqual(['accuses 2', 'met 2', 'supports 2']);
});

test('a relation of an entity to itself is seen and can be clicked', async () => {
  await canvas.show(
    { nodes: [sampleNode('ann')], edges: [sampleEdge('self', ['ann', 'ann'])] },
    {
      ann: { x: 0, y: 0 },
    },
  );
  const { x1, x2, y1, y2 } = await canvas.page.evaluate(() =>
    window.canvas.cy().getElementById('self').boundingBox(),
  );
  expect(Math.min(x2 - x1, y2 - y1)).toBeGreaterThan(15);
  await canvas.forgetGestures();
  const { x, y } = await canvas.at('self');
  await canvas.page.mouse.click(x, y);
  expect(await canvas.gestures('select')).toMatchObject([{ target: 'edge', id: 'self' }]);
});

test('another theme changes colours and nothing else', async () => {
  await canvas.show(article, {});
  const look = () =>
    canvas.page.evaluate(() => {
      const node = window.canvas.cy().getElementById('cia');
      return {
        at: { ...node.position() },
        fill: node.style('background-color'),
        zoom: window.canvas.cy().zoom(),
      };
    });
  const light = await look();
  await canvas.page.evaluate(() => window.canvas.show({ theme: 'dark' }));
  await canvas.page.waitForTimeout(100);
  const dark = await look();
  await canvas.page.evaluate(() => window.canvas.show({ theme: 'light' }));
  expect(dark.fill).not.toBe(light.fill);
  expect({ ...dark, fill: light.fill }).toEqual(light);
});

test('arranging leaves what is pinned and gives the picture that opening gives', async () => {
  await canvas.show({ nodes: [], edges: [] }, {});
  await canvas.show(article, {});
  const opened = await canvas.page.evaluate(() => window.canvas.props().positions);
  const disturbed = { ...opened, cia: { x: 900, y: 900 }, cuba: { x: -900, y: 0 } };
  await canvas.show(article, disturbed);
  expect(await canvas.page.evaluate(() => window.canvas.port?.arrange())).toEqual(opened);
  const pinned = {
    ...article,
    nodes: article.nodes.map((node) => (node.id === 'cia' ? { ...node, pinned: true } : node)),
  };
  await canvas.show(pinned, disturbed);
  const arranged = await canvas.page.evaluate(() => window.canvas.port?.arrange());
  expect(arranged).not.toHaveProperty('cia');
  expect(arranged?.['cuba']).not.toEqual(disturbed.cuba);
  expect(
    await canvas.page.evaluate(() => ({ ...window.canvas.cy().getElementById('cia').position() })),
  ).toEqual(disturbed.cia);
});
