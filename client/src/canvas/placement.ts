import type { Core } from 'cytoscape';

import type { Point, Positions } from '../state/scene.ts';
import type { DragGuard } from './drag-guard.ts';
import { createLayoutClient } from './layout-client.ts';
import type { Places } from './layout/layout.ts';
import type { PictureState } from './picture-state.ts';
import { layoutTask, movedPlaces } from './scene-layout.ts';
import type { SceneLayout } from './scene-layout.ts';
import { animationMs } from './stage.ts';
import type { Stage } from './stage.ts';
import { inView, viewRoom } from './viewport.ts';

/** Gives entities their places, by a layout off the main thread. */
export interface Placement {
  /** Places what has no place yet; what has one does not move. Rejects with LayoutError. */
  placeNew(): Promise<void>;
  /** Lays out everything that is not pinned. Rejects with LayoutError. */
  arrange(): Promise<Positions>;
  dispose(): void;
}

export interface PlacementContext {
  readonly picture: PictureState;
  readonly stage: Stage;
  readonly guard: DragGuard;
  readonly draw: () => void;
  readonly onPlaced: (positions: Positions) => void;
}

/** Entities up to which a new arrangement is shown as a movement. */
const animateUpTo = 500;

function moveSmoothly(cy: Core, moved: ReadonlyMap<string, Point>): Promise<void[]> {
  const duration = moved.size <= animateUpTo ? animationMs() : 0;
  if (duration === 0) return Promise.resolve([]);
  return Promise.all(
    [...moved].map(
      ([id, position]) =>
        new Promise<void>((resolve) => {
          const node = cy.nodes(`[id = ${JSON.stringify(id)}]`);
          if (node.empty()) resolve();
          else {
            node.animate(
              { position: { ...position } },
              { duration, easing: 'ease-out', complete: () => resolve() },
            );
          }
        }),
    ),
  );
}

export function createPlacement({ picture, stage, guard, draw, onPlaced }: PlacementContext): Placement {
  const { cy } = stage;
  const layout = createLayoutClient();

  async function layOut(
    fixed: (id: string) => boolean,
    progress?: (moved: Map<string, Point>) => void,
  ): Promise<Map<string, Point> | null> {
    const { scene } = picture.input;
    const { measures, bends, places } = picture;
    const order: SceneLayout = { scene, measures, bends, places, fixed, ...viewRoom(cy) };
    const onTheWay = progress && ((found: Places) => progress(movedPlaces(order, found)));
    guard.setActive(false);
    try {
      const found = await layout.run(layoutTask(order), onTheWay);
      return found === null ? null : movedPlaces(order, found);
    } finally {
      guard.setActive(true);
    }
  }

  function showAll(animate: boolean): void {
    const all = picture.bounds();
    if (all !== null) stage.show(all, { animate, follow: true });
  }

  async function placeNew(): Promise<void> {
    if (picture.complete) return;
    const old = new Set(picture.places.keys());
    const first = picture.fresh;
    function preview(moved: Map<string, Point>): void {
      picture.take(moved);
      draw();
      if (first) showAll(false);
      picture.forget(moved.keys());
    }
    // A small picture comes at once in its final form; a big one is shown on the way, because it takes seconds.
    const moved = await layOut((id) => old.has(id), picture.band.name === 'full' ? undefined : preview);
    if (moved === null) return;
    picture.take(moved);
    picture.write({ anew: false });
    draw();
    const added = picture.bounds(moved.keys());
    if (first || (added !== null && !inView(cy, added))) showAll(!first);
    picture.seen();
    onPlaced(Object.fromEntries(moved));
  }

  async function arrange(): Promise<Positions> {
    const pinned = new Set(picture.input.scene.nodes.filter((node) => node.pinned).map((node) => node.id));
    const places = picture.places;
    const moved = await layOut((id) => pinned.has(id) && places.has(id));
    if (moved === null) return Object.fromEntries(picture.places);
    guard.setActive(false);
    await moveSmoothly(cy, moved);
    guard.setActive(true);
    picture.take(moved);
    picture.write({ anew: true });
    draw();
    showAll(true);
    return Object.fromEntries(moved);
  }

  return { placeNew, arrange, dispose: () => layout.dispose() };
}
