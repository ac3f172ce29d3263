import type { CanvasSelection } from '../canvas/canvas-props.ts';
import type { Selection } from '../runtime/explorer-state.ts';
import type { SceneEdge } from '../state/scene.ts';

/** The selection in lines: a relation that is drawn inside a bundle is shown by the bundle's line. */
export function canvasSelection(selection: Selection, edges: readonly SceneEdge[]): CanvasSelection {
  const lineOf = (id: string) =>
    edges.find((edge) => edge.id === id || edge.relationIds.includes(id))?.id ?? id;
  const { primary } = selection;
  return {
    primary: primary?.kind === 'edge' ? { kind: 'edge', id: lineOf(primary.id) } : primary,
    entities: selection.entities,
    edges: [...new Set(selection.edges.map(lineOf))],
  };
}
