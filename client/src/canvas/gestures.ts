import type { Core, EventObject, NodeSingular } from 'cytoscape';

import type { Gesture } from './canvas-props.ts';
import type { Target } from './looks.ts';

/** A second click on the same thing within this time opens it. */
const doubleClickMs = 300;

export interface GestureContext {
  readonly cy: Core;
  readonly onGesture: (gesture: Gesture) => void;
  readonly onHover: (target: Target | null) => void;
  /** The entity whose pill with hidden neighbours is at this place of the graph, if any. */
  readonly pillAt: (point: { x: number; y: number }) => string | null;
  /** Entities that the user carried to another place, by id. */
  readonly onMoved: (ids: readonly string[]) => void;
}

function targetOf(event: EventObject): Target | null {
  const { target, cy } = event;
  if (target === cy) return null;
  return { kind: target.isNode() ? 'entity' : 'edge', id: target.id() };
}

function isAdditive(event: EventObject): boolean {
  const original = event.originalEvent as Partial<MouseEvent> | undefined;
  return original?.ctrlKey === true || original?.metaKey === true || original?.shiftKey === true;
}

/** Turns what the drawing library hears into what the user meant. */
export function listenForGestures(context: GestureContext): void {
  const { cy, onGesture, onHover } = context;
  let lastTap: { readonly id: string; readonly at: number } | null = null;

  function inWindow(event: EventObject): { x: number; y: number } {
    const box = cy.container()?.getBoundingClientRect();
    return {
      x: event.renderedPosition.x + (box?.left ?? 0),
      y: event.renderedPosition.y + (box?.top ?? 0),
    };
  }

  function tap(event: EventObject): void {
    const pill = context.pillAt(event.position);
    if (pill !== null) {
      onGesture({ kind: 'expand-menu', id: pill, at: inWindow(event) });
      return;
    }
    const target = targetOf(event);
    if (target === null) {
      lastTap = null;
      if (!isAdditive(event)) onGesture({ kind: 'clear-selection' });
      return;
    }
    const twice = lastTap?.id === target.id && event.timeStamp - lastTap.at <= doubleClickMs;
    if (twice) {
      lastTap = null;
      onGesture({ kind: 'open', target: target.kind, id: target.id });
      return;
    }
    lastTap = { id: target.id, at: event.timeStamp };
    onGesture({ kind: 'select', target: target.kind, id: target.id, additive: isAdditive(event) });
  }

  function menu(event: EventObject): void {
    const target = targetOf(event);
    onGesture({
      kind: 'menu',
      target: target?.kind ?? 'background',
      id: target?.id ?? null,
      at: inWindow(event),
    });
  }

  let boxed: string[] = [];
  let boxAdditive = false;

  function boxEnd(event: EventObject): void {
    boxed = [];
    const original = event.originalEvent as Partial<MouseEvent> | undefined;
    boxAdditive = original?.ctrlKey === true || original?.metaKey === true;
    // The library names the elements in the box one by one, after it has said that the box ended.
    queueMicrotask(() => {
      if (boxed.length > 0) onGesture({ kind: 'select-many', ids: boxed, additive: boxAdditive });
    });
  }

  let carried: Map<string, { x: number; y: number }> | null = null;

  function grab(event: EventObject): void {
    const node = event.target as NodeSingular;
    carried ??= new Map();
    carried.set(node.id(), { ...node.position() });
  }

  function release(): void {
    const before = carried;
    carried = null;
    if (before === null) return;
    const moved = [...before].filter(([id, from]) => {
      const now = (cy.getElementById(id) as NodeSingular).position();
      return now !== undefined && (now.x !== from.x || now.y !== from.y);
    });
    if (moved.length > 0) context.onMoved(moved.map(([id]) => id));
  }

  cy.on('tap', tap);
  cy.on('cxttap taphold', menu);
  cy.on('boxend', boxEnd);
  cy.on('box', 'node', (event) => boxed.push(event.target.id()));
  cy.on('grab', 'node', grab);
  cy.on('free', 'node', release);
  cy.on('mouseover', 'node, edge', (event) => onHover(targetOf(event)));
  cy.on('mouseout', 'node, edge', () => onHover(null));
  // What was pressed is shown elsewhere: the tip would only lie over it.
  cy.on('tapstart cxttapstart grab viewport', () => onHover(null));
}
