import type { Scene, SceneNode } from '../../state/scene.ts';
import type { Target } from '../looks.ts';

/** One line of the outline: an entity, or a relation beneath the entity that is open. */
export interface OutlineItem {
  readonly target: Target;
  readonly level: 1 | 2;
  /** The entity that it belongs to; itself for an entity. */
  readonly entity: string;
}

/** Entities listed at most: a longer list is searched, not walked. */
export const outlineLimit = 200;

/** The entities with most relations first, as a reader would look at the picture. */
function outlineEntities(scene: Scene): readonly SceneNode[] {
  return scene.nodes
    .toSorted((a, b) => b.degree - a.degree || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
    .slice(0, outlineLimit);
}

/** All lines of the outline in their order. `also` is listed even if it is beyond the limit. */
export function outlineItems(scene: Scene, open: string | null, also: string | null): readonly OutlineItem[] {
  const listed = outlineEntities(scene).map((node) => node.id);
  const extra = also !== null && !listed.includes(also) && scene.nodes.some((node) => node.id === also);
  return (extra ? [...listed, also] : listed).flatMap((id) => [
    { target: { kind: 'entity', id }, level: 1, entity: id } as const,
    ...(id === open
      ? scene.edges
          .filter((edge) => edge.source === id || edge.target === id)
          .map((edge) => ({ target: { kind: 'edge', id: edge.id }, level: 2, entity: id }) as const)
      : []),
  ]);
}

/** Where a key leads: to another line, or to an entity that is opened or closed. */
export type Walk =
  | { readonly kind: 'go'; readonly to: Target; readonly open: string | null }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'close' };

export interface Standpoint {
  readonly scene: Scene;
  readonly items: readonly OutlineItem[];
  readonly current: OutlineItem;
  readonly open: string | null;
}

function go(item: OutlineItem | undefined, open: string | null): Walk | null {
  return item === undefined ? null : { kind: 'go', to: item.target, open };
}

/** The other end of a relation, seen from an entity. */
function otherEnd(scene: Scene, edgeId: string, from: string): string | null {
  const edge = scene.edges.find((candidate) => candidate.id === edgeId);
  if (edge === undefined) return null;
  return edge.source === from ? edge.target : edge.source;
}

function rightward({ scene, items, current, open }: Standpoint): Walk | null {
  const { id, kind } = current.target;
  if (kind === 'edge') {
    const next = otherEnd(scene, id, current.entity);
    return next === null ? null : { kind: 'go', to: { kind: 'entity', id: next }, open: null };
  }
  if (open !== id) return { kind: 'open', id };
  return go(
    items.find((item) => item.level === 2),
    open,
  );
}

/**
 * The way of a tree: up and down through what is listed, right into the relations of an entity and along a relation to
 * its other end, left back out. Null for a key that leads nowhere.
 */
export function walk(key: string, at: Standpoint): Walk | null {
  const { items, current, open } = at;
  const index = items.indexOf(current);
  switch (key) {
    case 'ArrowDown':
      return go(items[index + 1], open);
    case 'ArrowUp':
      return go(items[index - 1], open);
    case 'Home':
      return go(items[0], open);
    case 'End':
      return go(items.at(-1), open);
    case 'ArrowRight':
      return rightward(at);
    case 'ArrowLeft':
      if (current.level === 2) return { kind: 'go', to: { kind: 'entity', id: current.entity }, open };
      return open === current.entity ? { kind: 'close' } : null;
    default:
      return null;
  }
}
