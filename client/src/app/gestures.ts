import type { Gesture } from '../canvas/canvas-props.ts';
import type { MenuSubject } from '../panels/context-menu/ContextMenu.tsx';
import type { ExplorerActions, ExplorerState } from '../runtime/explorer-state.ts';

/** A menu that is open over the canvas. */
export type OpenMenu =
  | { readonly kind: 'context'; readonly subject: MenuSubject; readonly at: Place }
  | { readonly kind: 'expand'; readonly id: string; readonly at: Place };

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface GestureTarget {
  readonly state: ExplorerState;
  readonly actions: ExplorerActions;
  readonly openMenu: (menu: OpenMenu) => void;
}

/** Turns what the user did on the canvas into what he meant. */
export function onGesture(gesture: Gesture, target: GestureTarget): void {
  const { actions, openMenu } = target;
  switch (gesture.kind) {
    case 'select':
      if (gesture.target === 'entity') actions.selectEntity(gesture.id, gesture.additive);
      else actions.selectEdge(gesture.id, gesture.additive);
      return;
    case 'select-many':
      actions.selectMany(gesture.ids, gesture.additive);
      return;
    case 'clear-selection':
      actions.clearSelection();
      return;
    case 'open':
      if (gesture.target === 'entity') void actions.expand(gesture.id);
      else readFirstClaim(gesture.id, target);
      return;
    case 'menu':
      openMenu({ kind: 'context', subject: subjectOf(gesture, target), at: gesture.at });
      return;
    case 'expand-menu':
      actions.selectEntity(gesture.id);
      openMenu({ kind: 'expand', id: gesture.id, at: gesture.at });
      return;
    case 'moved':
      actions.move(gesture.positions);
      return;
    case 'placed':
      actions.place(gesture.positions);
      return;
    case 'zoomed':
      actions.zoomed(gesture.zoom, gesture.captionsWithoutRoom);
  }
}

function readFirstClaim(id: string, { state, actions }: GestureTarget): void {
  actions.selectEdge(id);
  const article = state.relations.get(id)?.claims[0]?.article;
  if (article?.textHeld) void actions.readInPlace(article.id);
}

/** What a menu is about. What is not selected yet becomes the selection, so that its commands mean it. */
function subjectOf(
  { target, id }: Extract<Gesture, { kind: 'menu' }>,
  { state, actions }: GestureTarget,
): MenuSubject {
  if (target === 'background' || id === null) return 'background';
  const { entities, edges } = state.selection;
  const chosen = target === 'entity' ? entities : edges;
  if (chosen.includes(id) && entities.length + edges.length > 1) return 'selection';
  if (target === 'entity') actions.selectEntity(id);
  else actions.selectEdge(id);
  return target;
}
