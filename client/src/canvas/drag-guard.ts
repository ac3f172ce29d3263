import type { Core } from 'cytoscape';

/** The part of cytoscape's renderer that is not public, as of 3.34.4. */
interface Renderer {
  notify?: (eventName: string, elements?: unknown) => void;
  redrawHint: (layer: 'eles' | 'drag', needed: boolean) => void;
  startRenderLoop: () => void;
  redraw: () => void;
  readonly hoverData: { readonly draggingEles?: boolean };
  readonly dragData: { readonly didDrag?: boolean };
}

export interface DragGuard {
  /** Off while a layout moves entities: what moves beside the dragged one would stay unpainted until the drop. */
  setActive(active: boolean): void;
  dispose(): void;
}

/** Events that only tell of the dragged entity and its lines, which are drawn on a layer of their own. */
const dragEvents: ReadonlySet<string> = new Set(['bounds', 'position', 'drag']);

function rendererOf(cy: Core): Renderer {
  return (cy as unknown as { renderer(): Renderer }).renderer();
}

/**
 * Keeps a drag from redrawing the whole graph. Each move of the mouse emits a change of bounds for the dragged entity
 * and its lines, and cytoscape then repaints the layer of everything else as well, although nothing on it changed: 35
 * ms a frame at 2,000 elements, against 2 ms without. The first frame of a drag and the drop are painted whole.
 *
 * It wraps a method that is not public; where a later version lacks it, lines are hidden during a drag instead.
 */
export function guardDrag(cy: Core): DragGuard {
  const renderer = rendererOf(cy);
  const original = renderer.notify;
  let active = true;
  if (original === undefined) {
    (renderer as { hideEdgesOnViewport?: boolean }).hideEdgesOnViewport = true;
    return { setActive: () => undefined, dispose: () => undefined };
  }
  renderer.notify = (eventName, elements) => {
    const dragging = renderer.hoverData.draggingEles === true && renderer.dragData.didDrag === true;
    if (!active || !dragging || !dragEvents.has(eventName)) {
      original.call(renderer, eventName, elements);
      return;
    }
    renderer.redrawHint('drag', true);
    renderer.startRenderLoop();
    renderer.redraw();
  };
  return {
    setActive: (next) => {
      active = next;
    },
    dispose: () => {
      renderer.notify = original;
    },
  };
}
