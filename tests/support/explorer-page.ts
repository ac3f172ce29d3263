import type { Page } from 'playwright-core';
import { vi } from 'vitest';

interface DrawnGraph {
  readonly cy: {
    getElementById(id: string): {
      nonempty(): boolean;
      isNode(): boolean;
      position(): { x: number; y: number };
      midpoint(): { x: number; y: number };
    };
    nodes(): { map<T>(read: (node: { id(): string; position(): { x: number; y: number } }) => T): T[] };
    edges(): { map<T>(read: (edge: { id(): string }) => T): T[] };
    pan(): { x: number; y: number };
    zoom(): number;
  };
}

/** Opens the explorer and waits until the first graph has its places and stands still. */
export async function openExplorer(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('canvas').first().waitFor();
  let before: string | null = null;
  const standsStill = async (): Promise<boolean> => {
    const places = Object.values(await drawnPositions(page)).map((place) => JSON.stringify(place));
    // Before they have places all entities lie on one point.
    const apart = places.length > 1 && new Set(places).size > places.length / 2;
    const now = apart ? places.join() : null;
    const still = now !== null && now === before;
    before = now;
    return still;
  };
  await vi.waitUntil(standsStill, { interval: 700, timeout: 45_000 });
}

/** Ids of what is drawn, in order. */
export function drawnIds(
  page: Page,
): Promise<{ readonly nodes: readonly string[]; readonly edges: readonly string[] }> {
  return page.evaluate(() => {
    const graph = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element);
    const { cy } = (graph as unknown as { _cyreg: DrawnGraph })._cyreg;
    return {
      nodes: cy
        .nodes()
        .map((node) => node.id())
        .toSorted(),
      edges: cy
        .edges()
        .map((edge) => edge.id())
        .toSorted(),
    };
  });
}

/** Where every entity is, in canvas units. */
export function drawnPositions(page: Page): Promise<Record<string, { x: number; y: number }>> {
  return page.evaluate(() => {
    const graph = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element);
    const { cy } = (graph as unknown as { _cyreg: DrawnGraph })._cyreg;
    return Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  });
}

/** A point of the window that lies on an entity or on the middle of a line. Throws when it is not drawn. */
export async function pointOn(page: Page, id: string): Promise<{ x: number; y: number }> {
  const point = await page.evaluate((wanted) => {
    const graph = [...document.querySelectorAll('*')].find((element) => '_cyreg' in element);
    const { cy } = (graph as unknown as { _cyreg: DrawnGraph })._cyreg;
    const element = cy.getElementById(wanted);
    if (!element.nonempty()) return null;
    const { x, y } = element.isNode() ? element.position() : element.midpoint();
    const { left, top } = (graph as Element).getBoundingClientRect();
    return { x: left + x * cy.zoom() + cy.pan().x, y: top + y * cy.zoom() + cy.pan().y };
  }, id);
  if (!point) throw new Error(`${id} is not drawn.`);
  return point;
}

/** What has the keyboard: its text, and its level if it is in the tree of the graph. */
export function focused(page: Page): Promise<{ readonly level: string | null; readonly text: string }> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return {
      level: activeElement?.getAttribute('aria-level') ?? null,
      text: activeElement?.textContent ?? '',
    };
  });
}
