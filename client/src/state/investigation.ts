import { unique } from '../lib/unique.ts';
import type { Positions } from './scene.ts';
import type { Filters, Investigation } from './step.ts';

/** Filters that let everything through. */
export const noFilters: Filters = { entityTypes: [], statuses: [], support: [], speakers: [] };

/** An empty canvas. */
export const emptyInvestigation: Investigation = {
  entities: [],
  positions: {},
  pinned: [],
  filters: noFilters,
};

/** The investigation with these entities on its canvas; itself when all of them are there. */
export function withEntities(investigation: Investigation, ids: readonly string[]): Investigation {
  const entities = unique([...investigation.entities, ...ids]);
  return entities.length === investigation.entities.length ? investigation : { ...investigation, entities };
}

/** The investigation without these entities, their places and pins; itself when none of them is there. */
export function withoutEntities(investigation: Investigation, ids: readonly string[]): Investigation {
  const gone = new Set(ids);
  const entities = investigation.entities.filter((id) => !gone.has(id));
  if (entities.length === investigation.entities.length) return investigation;
  return {
    ...investigation,
    entities,
    positions: Object.fromEntries(Object.entries(investigation.positions).filter(([id]) => !gone.has(id))),
    pinned: investigation.pinned.filter((id) => !gone.has(id)),
  };
}

/** The investigation with these places; a place of an entity that is not on the canvas is left out. */
export function withPositions(investigation: Investigation, positions: Positions): Investigation {
  const onCanvas = new Set(investigation.entities);
  const moved = Object.entries(positions).filter(([id]) => onCanvas.has(id));
  if (moved.length === 0) return investigation;
  return { ...investigation, positions: { ...investigation.positions, ...Object.fromEntries(moved) } };
}

/** The investigation with these entities pinned, as far as they are on the canvas. */
export function withPins(investigation: Investigation, ids: readonly string[]): Investigation {
  const onCanvas = new Set(investigation.entities);
  const pinned = unique([...investigation.pinned, ...ids.filter((id) => onCanvas.has(id))]);
  return pinned.length === investigation.pinned.length ? investigation : { ...investigation, pinned };
}
