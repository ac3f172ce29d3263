import type { Positions } from './scene.ts';
import type { Investigation } from './step.ts';

/**
 * Where to draw what is on the canvas: the user's places before those that the layout found. An entity
 * that comes back, by undo or otherwise, comes back to its place.
 */
export function shownPositions(investigation: Investigation, placed: Positions): Positions {
  return Object.fromEntries(
    investigation.entities.flatMap((id) => {
      const point = investigation.positions[id] ?? placed[id];
      return point ? [[id, point] as const] : [];
    }),
  );
}
