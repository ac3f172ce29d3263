import type { EdgeSingular, NodeSingular } from 'cytoscape';

import type { CanvasPort } from '../state/canvas-port.ts';
import type { Point } from '../state/scene.ts';
import { coarsePixelsFrom } from './bands.ts';
import type { Gesture } from './canvas-props.ts';
import { guardDrag } from './drag-guard.ts';
import { listenForGestures } from './gestures.ts';
import { looksOf } from './looks.ts';
import type { Target } from './looks.ts';
import { PictureState } from './picture-state.ts';
import type { DrawingInput } from './picture-state.ts';
import { createPlacement } from './placement.ts';
import { shownLabels } from './shown-labels.ts';
import { animationMs, createStage } from './stage.ts';
import { pillBox } from './style/node-image.ts';
import { createSync } from './sync.ts';
import { inView } from './viewport.ts';

export interface DrawingOptions {
  readonly container: HTMLElement;
  readonly input: DrawingInput;
  readonly onGesture: (gesture: Gesture) => void;
  /** What the pointer is on; null also when things move under it. */
  readonly onHover: (target: Target | null) => void;
  readonly onFocusRequest: () => void;
}

/** The picture: what others may ask of the canvas, and what its component asks. */
export interface Drawing {
  readonly port: CanvasPort;
  update(input: DrawingInput): void;
  /** Where an element is in its container, in CSS pixels; null where it is not drawn. */
  placeOf(target: Target): Point | null;
  /** Moves the view so that an element is in it. */
  reveal(target: Target): void;
  dispose(): void;
}

/** From this zoom on, captions and labels that a crowded picture leaves out are drawn. */
const closeUpZoom = 1;

export function createDrawing(options: DrawingOptions): Drawing {
  const { onGesture } = options;
  const picture = new PictureState(options.input);
  let hovered: Target | null = null;
  const stage = createStage({
    container: options.container,
    theme: options.input.theme,
    boundsToFollow: () => picture.bounds(),
    onSettled: settled,
  });
  const { cy } = stage;
  const sync = createSync(cy);
  const guard = guardDrag(cy);
  const placement = createPlacement({
    picture,
    stage,
    guard,
    draw,
    onPlaced: (positions) => {
      onGesture({ kind: 'placed', positions });
      report();
    },
  });

  function draw(): void {
    const { scene, theme, selection, focused } = picture.input;
    const { band, places, measures, bends, writing } = picture;
    const zoom = cy.zoom();
    const closeUp = zoom >= closeUpZoom;
    const first = new Set([...selection.entities, hovered?.id ?? '', focused?.id ?? '']);
    sync.apply(
      looksOf({
        scene,
        theme,
        band,
        selection,
        hovered,
        focused,
        places,
        measures,
        bends,
        sides: writing.sides,
        captions: writing.captions,
        closeUp,
        labels: shownLabels(picture.nodes(), {
          zoom,
          roomForAll: band.labels || closeUp,
          first,
          sides: writing.sides,
        }),
      }),
    );
  }

  function report(): void {
    const { band, writing } = picture;
    onGesture({
      kind: 'zoomed',
      zoom: cy.zoom(),
      captionsWithoutRoom: band.captions ? writing.withoutRoom : 0,
    });
  }

  function settled(): void {
    // Which labels can be read depends on the zoom.
    draw();
    report();
  }

  function hover(target: Target | null): void {
    if (hovered?.id === target?.id) return;
    hovered = target;
    draw();
    options.onHover(target);
  }

  function moved(ids: readonly string[]): void {
    const there = new Map(ids.map((id) => [id, { ...(cy.getElementById(id) as NodeSingular).position() }]));
    picture.take(there);
    picture.write({ anew: false });
    draw();
    onGesture({ kind: 'moved', positions: Object.fromEntries(there) });
    report();
  }

  function update(next: DrawingInput): void {
    const changed = picture.accept(next);
    stage.setTheme(next.theme);
    stage.setCoarse(next.scene.nodes.length + next.scene.edges.length >= coarsePixelsFrom);
    if (!changed) {
      draw();
      return;
    }
    picture.write({ anew: false });
    draw();
    const all = picture.bounds();
    if (picture.fresh && picture.complete && all !== null) {
      stage.show(all, { animate: false, follow: true });
      picture.seen();
    }
    report();
    placement.placeNew().catch((error: unknown) => {
      // Without a layout the new entities stay undrawn; whoever watches the page for errors has to hear of it.
      reportError(error);
    });
  }

  function pillAt(point: Point): string | null {
    const hidden = new Map(
      picture.input.scene.nodes.flatMap((node) =>
        node.hiddenNeighbors > 0 && !node.ghost ? [[node.id, node.hiddenNeighbors] as const] : [],
      ),
    );
    const found = picture.nodes().find(({ id, at, measure }) => {
      const count = hidden.get(id);
      if (count === undefined) return false;
      const pill = pillBox(measure.half, count);
      const [x, y] = [point.x - at.x - pill.x, point.y - at.y - pill.y];
      return x >= 0 && x <= pill.w && y >= 0 && y <= pill.h;
    });
    return found?.id ?? null;
  }

  function placeOf({ kind, id }: Target): Point | null {
    const element = cy.getElementById(id);
    if (element.empty()) return null;
    if (kind === 'entity') return { ...(element as NodeSingular).renderedPosition() };
    return { ...(element as EdgeSingular).renderedMidpoint() };
  }

  function reveal({ kind, id }: Target): void {
    const edge = picture.input.scene.edges.find((candidate) => candidate.id === id);
    const wanted = picture.bounds(edge === undefined ? [id] : [edge.source, edge.target]);
    const at = placeOf({ kind, id });
    if (wanted === null || at === null || inView(cy, wanted)) return;
    cy.stop();
    const panBy = { x: cy.width() / 2 - at.x, y: cy.height() / 2 - at.y };
    if (animationMs() > 0) cy.animate({ panBy }, { duration: animationMs(), easing: 'ease-out' });
    else cy.panBy(panBy);
  }

  listenForGestures({ cy, onGesture, onHover: hover, pillAt, onMoved: moved });
  update(options.input);

  return {
    port: {
      fit: (ids) => {
        const wanted = picture.bounds(ids);
        if (wanted !== null) stage.show(wanted, { animate: true, follow: ids === undefined });
      },
      zoomBy: (factor) => stage.zoomBy(factor),
      arrange: () => placement.arrange(),
      focus: options.onFocusRequest,
      placeOf: (id) => {
        const at = placeOf({ kind: 'entity', id });
        const { left, top } = options.container.getBoundingClientRect();
        return at && { x: at.x + left, y: at.y + top };
      },
    },
    update,
    placeOf,
    reveal,
    dispose: () => {
      placement.dispose();
      guard.dispose();
      stage.dispose();
    },
  };
}
