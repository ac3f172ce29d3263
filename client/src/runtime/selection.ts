import type { SceneEdge } from '../state/scene.ts';
import type { ExplorerState, Selection } from './explorer-state.ts';
import { noSelection } from './initial-state.ts';

type Target = 'entity' | 'edge';

/** The selection after one thing was clicked. Clicking a selected thing again, additively, lets it go. */
export function selected(
  selection: Selection,
  { target, id, additive }: { target: Target; id: string; additive: boolean },
): Selection {
  const lists = additive ? selection : noSelection;
  const list = target === 'entity' ? lists.entities : lists.edges;
  const without = list.filter((other) => other !== id);
  const next = without.length < list.length ? without : [...list, id];
  const entities = target === 'entity' ? next : lists.entities;
  const edges = target === 'edge' ? next : lists.edges;
  return { entities, edges, primary: next.includes(id) ? { kind: target, id } : lastOf(entities, edges) };
}

/** The selection without what is no longer in the scene. A relation inside a bundle is in it. */
export function pruned({ selection, scene }: Pick<ExplorerState, 'selection' | 'scene'>): Selection {
  const nodes = new Set(scene.nodes.map(({ id }) => id));
  const lines = new Set(scene.edges.flatMap((edge) => idsOf(edge)));
  const entities = selection.entities.filter((id) => nodes.has(id));
  const edges = selection.edges.filter((id) => lines.has(id));
  if (entities.length === selection.entities.length && edges.length === selection.edges.length) {
    return selection;
  }
  const { primary } = selection;
  const kept = primary && (primary.kind === 'entity' ? nodes : lines).has(primary.id);
  return { entities, edges, primary: kept ? primary : lastOf(entities, edges) };
}

function idsOf(edge: SceneEdge): readonly string[] {
  return [edge.id, ...edge.relationIds];
}

function lastOf(entities: readonly string[], edges: readonly string[]): Selection['primary'] {
  const edge = edges.at(-1);
  if (edge !== undefined) return { kind: 'edge', id: edge };
  const entity = entities.at(-1);
  return entity === undefined ? null : { kind: 'entity', id: entity };
}
