import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';
import { build } from 'vite';

import type { CanvasProps, Gesture } from '../../client/src/canvas/canvas-props.ts';
import type { CanvasPort } from '../../client/src/state/canvas-port.ts';
import type { Positions, Scene } from '../../client/src/state/scene.ts';
import { secure } from '../../server/src/http/security-headers.ts';
import { openBrowser } from '../support/browser.ts';

/** What harness.js puts on the page's window. */
export interface Harness {
  show(changes: Partial<Omit<CanvasProps, 'onGesture' | 'onReady' | 'describe'>>): void;
  readonly gestures: Gesture[];
  readonly port: CanvasPort | null;
  props(): CanvasProps;
  /** The drawing library's instance. */
  cy(): Drawn;
}

declare global {
  interface Window {
    canvas: Harness;
  }
}

/** As much of cytoscape as the tests look at. */
export interface Drawn {
  zoom(): number;
  nodes(): DrawnElement[];
  edges(): DrawnElement[];
  getElementById(id: string): DrawnElement;
  renderer(): DrawnRenderer;
}

export interface DrawnElement {
  id(): string;
  position(): { x: number; y: number };
  renderedPosition(): { x: number; y: number };
  renderedMidpoint(): { x: number; y: number };
  midpoint(): { x: number; y: number };
  style(name: string): string;
  boundingBox(options?: Readonly<Record<string, boolean>>): {
    x1: number;
    y1: number;
    x2: number;
    y2: number;
  };
}

export interface DrawnRenderer {
  notify?: unknown;
  render(options: unknown): void;
  readonly data: { readonly canvasNeedsRedraw: readonly boolean[] };
}

export interface OpenCanvas {
  readonly page: Page;
  /** Shows a scene and waits until all of it is placed and drawn. */
  show(scene: Scene, positions?: Positions): Promise<void>;
  gestures(kind?: Gesture['kind']): Promise<Gesture[]>;
  forgetGestures(): Promise<void>;
  /** Where an entity or the middle of a line is in the window. */
  at(id: string): Promise<{ x: number; y: number }>;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

async function buildHarness(folder: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('../../client', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    resolve: { dedupe: ['react', 'react-dom', '@fontsource-variable/source-sans-3'] },
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: 0,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('harness.js', import.meta.url)),
        output: { entryFileNames: 'harness.js', assetFileNames: '[name][extname]' },
      },
    },
  });
}

const html =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Canvas</title>' +
  '<link rel="stylesheet" href="/harness.css"><link rel="icon" href="data:,"></head>' +
  '<body><div id="root"></div><script type="module" src="/harness.js"></script></body></html>';

/** The canvas alone in a real browser, built as for users and under the server's own security policy. */
export async function openCanvas(
  viewport = { width: 800, height: 690 },
  deviceScaleFactor = 1,
): Promise<OpenCanvas> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-canvas-'));
  await buildHarness(folder);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    secure(request, response);
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(html);
      return;
    }
    readFile(join(folder, path)).then(
      (content) => {
        response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
        response.end(content);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await openBrowser({ viewport, deviceScaleFactor, reducedMotion: 'reduce' });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => typeof window.canvas === 'object');

  async function show(scene: Scene, positions?: Positions): Promise<void> {
    await page.evaluate(
      ([nextScene, nextPositions]) =>
        window.canvas.show({ scene: nextScene, ...(nextPositions && { positions: nextPositions }) }),
      [scene, positions] as const,
    );
    await page.waitForFunction(
      (count) =>
        window.canvas.port !== null &&
        window.canvas.cy().nodes().length === count &&
        window.canvas
          .cy()
          .nodes()
          .every((node) => node.style('visibility') === 'visible'),
      scene.nodes.length,
      { timeout: 30_000 },
    );
    // The view settles after the last change of it.
    await page.waitForTimeout(250);
  }

  return {
    page,
    show,
    gestures: async (kind) => {
      const all = await page.evaluate(() => window.canvas.gestures);
      return kind === undefined ? all : all.filter((gesture) => gesture.kind === kind);
    },
    forgetGestures: () => page.evaluate(() => void window.canvas.gestures.splice(0)),
    at: (id) =>
      page.evaluate((wanted) => {
        const cy = window.canvas.cy();
        const isNode = cy.nodes().some((node) => node.id() === wanted);
        const element = cy.getElementById(wanted);
        return { ...(isNode ? element.renderedPosition() : element.renderedMidpoint()) };
      }, id),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await rm(folder, { recursive: true });
      await browser.close();
    },
  };
}
