import type { ExplorerState } from '../runtime/explorer-state.ts';
import type { SceneNode } from '../state/scene.ts';

/** Ids of the selected entities that are on the canvas. */
export function selectedEntities(state: ExplorerState): readonly string[] {
  const present = new Set(state.investigation.entities);
  return state.selection.entities.filter((id) => present.has(id));
}

/** The entity that the panel shows, as the canvas draws it. */
export function primaryEntity(state: ExplorerState): SceneNode | null {
  const primary = state.selection.primary;
  if (primary?.kind !== 'entity') return null;
  return state.scene.nodes.find((node) => node.id === primary.id) ?? null;
}

/** Entities that an entity is tied to on the canvas. */
export function neighborsOnCanvas(state: ExplorerState, ids: readonly string[]): readonly string[] {
  const from = new Set(ids);
  const found = new Set<string>();
  for (const edge of state.scene.edges) {
    if (from.has(edge.source)) found.add(edge.target);
    if (from.has(edge.target)) found.add(edge.source);
  }
  return [...found];
}

/** Claims of the relation that the panel shows; none when it shows something else. */
export function claimsInPanel(state: ExplorerState) {
  const primary = state.selection.primary;
  return primary?.kind === 'edge' ? (state.relations.get(primary.id)?.claims ?? []) : [];
}
