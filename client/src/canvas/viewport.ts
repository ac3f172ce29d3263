import type { Core } from 'cytoscape';

import type { Box } from './geometry.ts';
import { labelBox, shapeBox } from './labels.ts';
import type { PlacedNode, Side } from './labels.ts';

/** Pixels kept free around a picture that is brought into view; more below, where notes about it stand. */
const viewMargin = { top: 22, right: 24, bottom: 40, left: 24 };

/** A picture that is brought into view is enlarged at most so far. */
const maxFitZoom = 1.2;

export interface Bounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** What entities and their labels cover; null for none. */
export function boundsOf(nodes: readonly PlacedNode[], sides: ReadonlyMap<string, Side>): Bounds | null {
  const boxes: Box[] = nodes.flatMap((node) => [
    shapeBox(node),
    labelBox(node, sides.get(node.id) ?? 'below'),
  ]);
  if (boxes.length === 0) return null;
  return {
    x1: Math.min(...boxes.map((box) => box.x - box.hw)),
    y1: Math.min(...boxes.map((box) => box.y - box.hh)),
    x2: Math.max(...boxes.map((box) => box.x + box.hw)),
    y2: Math.max(...boxes.map((box) => box.y + box.hh)),
  };
}

/** Room for a picture at zoom 1. A canvas that is not shown yet counts as a small one. */
export function viewRoom(cy: Core): { width: number; height: number } {
  return {
    width: Math.max(320, cy.width() - viewMargin.left - viewMargin.right),
    height: Math.max(240, cy.height() - viewMargin.top - viewMargin.bottom),
  };
}

/** Zoom and pan at which these bounds are in the middle of the view. */
export function viewOf(cy: Core, bounds: Bounds): { zoom: number; pan: { x: number; y: number } } {
  const { width, height } = viewRoom(cy);
  const zoom = Math.max(
    cy.minZoom(),
    Math.min(
      maxFitZoom,
      width / Math.max(1, bounds.x2 - bounds.x1),
      height / Math.max(1, bounds.y2 - bounds.y1),
    ),
  );
  return {
    zoom,
    pan: {
      x: viewMargin.left + width / 2 - (zoom * (bounds.x1 + bounds.x2)) / 2,
      y: viewMargin.top + height / 2 - (zoom * (bounds.y1 + bounds.y2)) / 2,
    },
  };
}

/** Whether these bounds are wholly on screen. */
export function inView(cy: Core, bounds: Bounds): boolean {
  const extent = cy.extent();
  return bounds.x1 >= extent.x1 && bounds.x2 <= extent.x2 && bounds.y1 >= extent.y1 && bounds.y2 <= extent.y2;
}
