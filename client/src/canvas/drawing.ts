import type { EdgeSingular, NodeSingular } from 'cytoscape';
import type { CanvasPort } from '../state/canvas-port.ts';
import type { Point, Positions } from '../state/scene.ts';
import { bandFor, coarsePixelsFrom } from './bands.ts';
import type { Band } from './bands.ts';
import type { CanvasProps, Gesture } from './canvas-props.ts';
import { guardDrag } from './drag-guard.ts';
import { listenForGestures } from './gestures.ts';
import { createLayoutClient } from './layout-client.ts';
import type { Places } from './layouts/layout.ts';
import { looksOf } from './looks.ts';
import type { Target } from './looks.ts';
import { bends, measureNode } from './measures.ts';
import type { NodeMeasure } from './measures.ts';
import { layoutTask, movedPlaces } from './scene-layout.ts';
import type { SceneLayout } from './scene-layout.ts';
import { animationMs, createStage } from './stage.ts';
import { pillBox } from './style/node-image.ts';
import { createSync } from './sync.ts';
import { boundsOf, inView, viewMargin } from './viewport.ts';
import type { Bounds } from './viewport.ts';
import { labelledInGrid, nothingWritten, placedNodes, write } from './writing.ts';

export type DrawingInput = Pick<CanvasProps, 'scene' | 'positions' | 'selection' | 'theme'> & {
  /** What the keyboard is on. */
  readonly focused: Target | null;
};

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

/** Entities up to which a new arrangement is shown as a movement. */
const animateUpTo = 500;

/** From this zoom on, captions and labels that a crowded picture leaves out are drawn. */
const closeUpZoom = 1;

export function createDrawing(options: DrawingOptions): Drawing {
  let input = options.input;
  let hovered: Target | null = null;
  let band: Band = bandFor(0);
  let places = new Map<string, Point>();
  let measures = new Map<string, NodeMeasure>();
  let bendOf = bends(input.scene.edges);
  let writing = nothingWritten;
  let fresh = true;
  const layout = createLayoutClient();
  const elements = (): number => input.scene.nodes.length + input.scene.edges.length;
  const stage = createStage({
    container: options.container,
    theme: input.theme,
    coarse: elements() >= coarsePixelsFrom,
    boundsToFollow: () => bounds(),
    onSettled: settled,
  });
  const { cy } = stage;
  const sync = createSync(cy);
  const guard = guardDrag(cy);

  function nodes() {
    return placedNodes({ scene: input.scene, places, measures });
  }

  function bounds(ids?: readonly string[]): Bounds | null {
    const wanted = ids === undefined ? null : new Set(ids);
    return boundsOf(
      nodes().filter((node) => wanted === null || wanted.has(node.id)),
      writing.sides,
    );
  }

  function draw(): void {
    const { scene, theme, selection, focused } = input;
    const closeUp = cy.zoom() >= closeUpZoom;
    const always = new Set([...selection.entities, hovered?.id ?? '', focused?.id ?? '']);
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
        bends: bendOf,
        sides: writing.sides,
        captions: writing.captions,
        captionsOn: band.captions || (band.name === 'reduced' && closeUp),
        labelled:
          band.labels || closeUp ? null : labelledInGrid(nodes(), { zoom: cy.zoom(), always }),
      }),
    );
  }

  function rewrite(): void {
    writing = write({ scene: input.scene, places, measures, bends: bendOf, band, before: writing });
    draw();
  }

  function report(): void {
    options.onGesture({
      kind: 'zoomed',
      zoom: cy.zoom(),
      captionsWithoutRoom: band.captions ? writing.withoutRoom : 0,
    });
  }

  function settled(): void {
    if (!band.labels) draw();
    report();
  }

  function hover(target: Target | null): void {
    if (hovered?.id === target?.id) return;
    hovered = target;
    draw();
    options.onHover(target);
  }

  function room(): { width: number; height: number } {
    return {
      width: Math.max(320, cy.width() - viewMargin.left - viewMargin.right),
      height: Math.max(240, cy.height() - viewMargin.top - viewMargin.bottom),
    };
  }

  async function layOut(
    fixed: (id: string) => boolean,
    progress?: (moved: Map<string, Point>) => void,
  ): Promise<Map<string, Point> | null> {
    const order: SceneLayout = {
      scene: input.scene,
      measures,
      bends: bendOf,
      places,
      fixed,
      ...room(),
    };
    const onTheWay = progress && ((found: Places) => progress(movedPlaces(order, found)));
    guard.setActive(false);
    try {
      const found = await layout.run(layoutTask(order), onTheWay);
      return found === null ? null : movedPlaces(order, found);
    } finally {
      guard.setActive(true);
    }
  }

  function take(moved: ReadonlyMap<string, Point>): void {
    const known = new Set(input.scene.nodes.map((node) => node.id));
    places = new Map([...places, ...[...moved].filter(([id]) => known.has(id))]);
  }

  async function placeNew(): Promise<void> {
    const old = new Set(places.keys());
    if (input.scene.nodes.every((node) => old.has(node.id))) return;
    const first = fresh;
    // A small picture comes at once in its final form; a big one is shown on the way, because it takes seconds.
    const progress = band.name === 'full' ? undefined : preview;
    function preview(moved: Map<string, Point>): void {
      take(moved);
      draw();
      const all = bounds();
      if (first && all !== null) stage.show(all, { animate: false, follow: true });
      for (const id of moved.keys()) if (!old.has(id)) places.delete(id);
    }
    const moved = await layOut((id) => old.has(id), progress);
    if (moved === null) return;
    take(moved);
    rewrite();
    const all = bounds();
    const added = bounds([...moved.keys()]);
    if (all !== null && (first || (added !== null && !inView(cy, added)))) {
      stage.show(all, { animate: !first, follow: true });
    }
    fresh = false;
    options.onGesture({ kind: 'placed', positions: Object.fromEntries(moved) });
    report();
  }

  async function moveTo(moved: ReadonlyMap<string, Point>): Promise<void> {
    const duration = moved.size <= animateUpTo ? animationMs() : 0;
    if (duration === 0) return;
    guard.setActive(false);
    const steps = [...moved].map(
      ([id, position]) =>
        new Promise<void>((resolve) => {
          cy.nodes(`[id = ${JSON.stringify(id)}]`).animate(
            { position: { ...position } },
            { duration, easing: 'ease-out', complete: resolve },
          );
        }),
    );
    await Promise.all(steps);
    guard.setActive(true);
  }

  async function arrange(): Promise<Positions> {
    const pinned = new Set(input.scene.nodes.filter((node) => node.pinned).map((node) => node.id));
    const moved = await layOut((id) => pinned.has(id) && places.has(id));
    if (moved === null) return Object.fromEntries(places);
    await moveTo(moved);
    take(moved);
    writing = nothingWritten;
    rewrite();
    const all = bounds();
    if (all !== null) stage.show(all, { animate: true, follow: true });
    return Object.fromEntries(moved);
  }

  function moved(ids: readonly string[]): void {
    const there: Record<string, Point> = {};
    for (const id of ids) there[id] = { ...(cy.getElementById(id) as NodeSingular).position() };
    take(new Map(Object.entries(there)));
    rewrite();
    options.onGesture({ kind: 'moved', positions: there });
    report();
  }

  /** Takes over what changed; returns whether something has to be written anew. */
  function accept(next: DrawingInput): boolean {
    const sceneChanged = next.scene !== input.scene || measures.size === 0;
    const before = input.scene;
    input = next;
    const kept = new Map<string, Point>();
    let placesChanged = false;
    for (const { id } of next.scene.nodes) {
      const place = next.positions[id] ?? places.get(id);
      const old = places.get(id);
      if (place !== undefined) kept.set(id, place);
      placesChanged ||= place?.x !== old?.x || place?.y !== old?.y;
    }
    placesChanged ||= kept.size !== places.size;
    if (sceneChanged) {
      const knownBefore = new Set(before.nodes.map((node) => node.id));
      fresh ||= !next.scene.nodes.some((node) => knownBefore.has(node.id));
      measures = new Map(next.scene.nodes.map((node) => [node.id, measureNode(node)]));
      bendOf = bends(next.scene.edges);
      band = bandFor(elements());
    }
    places = kept;
    return sceneChanged || placesChanged;
  }

  function update(next: DrawingInput): void {
    const changed = accept(next);
    stage.setTheme(next.theme);
    if (!changed) {
      draw();
      return;
    }
    const had = fresh;
    rewrite();
    const all = bounds();
    const complete = places.size === input.scene.nodes.length;
    if (had && complete && all !== null) {
      stage.show(all, { animate: false, follow: true });
      fresh = false;
    }
    report();
    placeNew().catch((error: unknown) => {
      // Without a layout the new entities stay undrawn; whoever watches for errors has to hear of it.
      queueMicrotask(() => {
        throw error;
      });
    });
  }

  function pillAt(point: Point): string | null {
    const node = nodes().find(({ id, at, measure }) => {
      const scene = input.scene.nodes.find((candidate) => candidate.id === id);
      if (scene === undefined || scene.hiddenNeighbors === 0 || scene.ghost) return false;
      const pill = pillBox(measure.half, scene.hiddenNeighbors);
      const [x, y] = [point.x - at.x - pill.x, point.y - at.y - pill.y];
      return x >= 0 && x <= pill.w && y >= 0 && y <= pill.h;
    });
    return node?.id ?? null;
  }

  listenForGestures({ cy, onGesture: options.onGesture, onHover: hover, pillAt, onMoved: moved });

  function placeOf({ kind, id }: Target): Point | null {
    const element = cy.getElementById(id);
    if (element.empty()) return null;
    if (kind === 'entity') return { ...(element as NodeSingular).renderedPosition() };
    return { ...(element as EdgeSingular).renderedMidpoint() };
  }

  function reveal({ kind, id }: Target): void {
    const edge = input.scene.edges.find((candidate) => candidate.id === id);
    const ids = kind === 'entity' ? [id] : edge === undefined ? [] : [edge.source, edge.target];
    const wanted = bounds(ids);
    if (wanted === null || inView(cy, wanted)) return;
    const at = placeOf({ kind, id });
    if (at === null) return;
    cy.stop();
    const by = { x: cy.width() / 2 - at.x, y: cy.height() / 2 - at.y };
    if (animationMs() > 0) cy.animate({ panBy: by }, { duration: animationMs(), easing: 'ease-out' });
    else cy.panBy(by);
  }

  update(input);

  return {
    port: {
      fit: (ids) => {
        const wanted = bounds(ids);
        if (wanted !== null) stage.show(wanted, { animate: true, follow: ids === undefined });
      },
      zoomBy: stage.zoomBy,
      arrange,
      focus: options.onFocusRequest,
    },
    update,
    placeOf,
    reveal,
    dispose: () => {
      layout.dispose();
      guard.dispose();
      stage.dispose();
    },
  };
}
