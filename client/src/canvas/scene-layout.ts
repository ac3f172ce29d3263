import type { Point, Scene } from '../state/scene.ts';
import type { LayoutTask, Places } from './layout/layout.ts';
import { seedOf } from './layout/random.ts';
import { measureCaptions } from './measures.ts';
import type { NodeMeasure } from './measures.ts';

export interface SceneLayout {
  readonly scene: Scene;
  readonly measures: ReadonlyMap<string, NodeMeasure>;
  readonly bends: ReadonlyMap<string, number>;
  /** Where entities are; those without a place are to get one. */
  readonly places: ReadonlyMap<string, Point>;
  /** Entities that must not move. */
  readonly fixed: (id: string) => boolean;
  /** Room of the picture at zoom 1. */
  readonly width: number;
  readonly height: number;
}

/** The task for the worker. Its seed comes from the ids, so that the same graph always gives the same picture. */
export function layoutTask({
  scene,
  measures,
  bends,
  places,
  fixed,
  width,
  height,
}: SceneLayout): LayoutTask {
  const index = new Map(scene.nodes.map((node, at) => [node.id, at]));
  return {
    nodes: scene.nodes.map((node) => {
      const measure = measures.get(node.id);
      const stays = fixed(node.id);
      return {
        halfWidth: (measure?.width ?? 30) / 2,
        halfHeight: (measure?.height ?? 30) / 2,
        labelWidth: measure?.label.width ?? 0,
        labelHeight: measure?.label.height ?? 0,
        // What may move starts anew, so that arranging a graph gives the picture that opening it gives.
        at: (stays && places.get(node.id)) || null,
        fixed: stays,
      };
    }),
    lines: scene.edges.flatMap((edge) => {
      const source = index.get(edge.source);
      const target = index.get(edge.target);
      if (source === undefined || target === undefined || source === target) return [];
      const captionWidth = measureCaptions(edge)[0]?.width ?? 0;
      return [{ source, target, bend: bends.get(edge.id) ?? 0, captionWidth }];
    }),
    width,
    height,
    seed: seedOf(scene.nodes.map((node) => node.id).join('\n')),
  };
}

/** A tenth of a pixel is finer than any screen, and keeps links and files short. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Places by id, of those entities that may move. */
export function movedPlaces(
  { scene, fixed }: Pick<SceneLayout, 'scene' | 'fixed'>,
  places: Places,
): Map<string, Point> {
  const moved = new Map<string, Point>();
  scene.nodes.forEach((node, at) => {
    if (fixed(node.id)) return;
    moved.set(node.id, { x: rounded(places[2 * at] ?? 0), y: rounded(places[2 * at + 1] ?? 0) });
  });
  return moved;
}
