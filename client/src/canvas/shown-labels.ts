import { typeScale } from '../ui/tokens.ts';
import { boxesMeet } from './geometry.ts';
import type { Box } from './geometry.ts';
import { labelBox, shapeBox } from './labels.ts';
import type { PlacedNode, Side } from './labels.ts';

/** Pixels on screen under which a label is not read. */
const readable = 8.5;

/** Pixels on screen at which labels are drawn in a view from far away. */
const farAway = 11.5;

/** Labels that a crowded picture carries at most, beside those of what the user is on: it is looked at, not read. */
const mostLabels = 40;

/** Pixels on screen between two such labels. */
const between = 10;

/** Which labels are drawn, and how big. */
export interface ShownLabels {
  /** Ids of the entities that are named; null for all. */
  readonly ids: ReadonlySet<string> | null;
  /** In units of the graph. */
  readonly size: number;
}

interface LabelView {
  readonly zoom: number;
  /** Whether all labels have room at the size that they are placed for. */
  readonly roomForAll: boolean;
  /** Entities that are always named: what the user is on. */
  readonly first: ReadonlySet<string>;
  readonly sides: ReadonlyMap<string, Side>;
}

/** The same entity with its label so many times as big. */
function enlarged(node: PlacedNode, scale: number): PlacedNode {
  const { label } = node.measure;
  return {
    ...node,
    measure: {
      ...node.measure,
      label: { ...label, width: label.width * scale, height: label.height * scale },
    },
  };
}

/**
 * Names all entities where that can be read. Otherwise those that the user is on and then those with most relations,
 * as long as no name lies on another; from far away in letters that stay readable.
 */
export function shownLabels(nodes: readonly PlacedNode[], view: LabelView): ShownLabels {
  const { zoom, roomForAll, first, sides } = view;
  const normal = typeScale.nodeLabel.size;
  const far = normal * zoom < readable;
  if (roomForAll && !far) return { ids: null, size: normal };
  const size = far ? farAway / zoom : normal;
  const order = nodes.toSorted(
    (a, b) =>
      Number(first.has(b.id)) - Number(first.has(a.id)) || b.degree - a.degree || (a.id < b.id ? -1 : 1),
  );
  const taken: Box[] = [];
  const ids = new Set<string>();
  for (const node of order) {
    const box = labelBox(enlarged(node, size / normal), sides.get(node.id) ?? 'below');
    const free =
      ids.size < mostLabels + first.size && !taken.some((other) => boxesMeet(box, other, between / zoom));
    if (!free && !first.has(node.id)) continue;
    taken.push(box, shapeBox(node));
    ids.add(node.id);
  }
  return { ids, size };
}
