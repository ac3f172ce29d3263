import type { Point, Positions } from './scene.ts';

/** What others may ask of the canvas, whatever draws it. */
export interface CanvasPort {
  /** Brings these entities (all when absent) into view. */
  fit(ids?: readonly string[]): void;
  /** Multiplies the zoom, about the middle of the view. */
  zoomBy(factor: number): void;
  /** Lays out everything that is not pinned, anew. Resolves with the new places; the caller decides whether they become a step. */
  arrange(): Promise<Positions>;
  /** Puts the keyboard's focus on the graph. */
  focus(): void;
  /** Where an entity is in the window, in CSS pixels; null where it is not drawn. */
  placeOf(id: string): Point | null;
}
