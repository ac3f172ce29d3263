import type { Point, Positions } from './scene.ts';
import type { Investigation } from './step.ts';

/**
 * Where to draw what is on the canvas: the user's places before those that the layout found. An entity
 * that comes back, by undo or otherwise, comes back to its place.
 */
export function shownPositions(investigation: Investigation, placed: Positions): Positions {
  return Object.fromEntries(
    investigation.entities.flatMap((id) => {
      const point = placeOf(id, investigation.positions) ?? placeOf(id, placed);
      return point ? [[id, point] as const] : [];
    }),
  );
}

/** Ids are the store's and may be `constructor`, so only own properties are places. */
function placeOf(id: string, positions: Positions): Point | undefined {
  return Object.hasOwn(positions, id) ? positions[id] : undefined;
}
