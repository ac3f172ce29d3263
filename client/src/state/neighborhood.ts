import type { RelationRecord } from '../api/graph.ts';
import type { Investigation } from './step.ts';

/** The neighbours of each of these entities among themselves. An entity is not its own neighbour. */
export function neighborsAmong(
  ids: Iterable<string>,
  relations: Iterable<RelationRecord>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbors = new Map<string, Set<string>>();
  for (const id of ids) neighbors.set(id, new Set());
  for (const { sourceId, targetId } of relations) {
    const ofSource = neighbors.get(sourceId);
    const ofTarget = neighbors.get(targetId);
    if (!ofSource || !ofTarget || sourceId === targetId) continue;
    ofSource.add(targetId);
    ofTarget.add(sourceId);
  }
  return neighbors;
}

/** The neighbours that go when an entity is collapsed: those tied to it alone, pinned ones excepted. */
export function tiedToAlone(
  id: string,
  { investigation, relations }: { investigation: Investigation; relations: Iterable<RelationRecord> },
): readonly string[] {
  const neighbors = neighborsAmong(investigation.entities, relations);
  const pinned = new Set(investigation.pinned);
  return [...(neighbors.get(id) ?? [])].filter(
    (neighbor) => neighbors.get(neighbor)?.size === 1 && !pinned.has(neighbor),
  );
}
