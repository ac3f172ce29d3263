import type { Point } from '../state/scene.ts';
import type { Box } from './geometry.ts';
import { Board } from './layout/board.ts';
import type { LayoutTask } from './layout/layout.ts';
import { Legibility } from './layout/legibility.ts';
import type { Room } from './layout/legibility.ts';
import type { NodeMeasure } from './measures.ts';

/** In the order in which layouts number them. */
export const sides = ['below', 'above', 'right', 'left'] as const;
export type Side = (typeof sides)[number];

/** An entity with its place, as labels and captions see it. */
export interface PlacedNode {
  readonly id: string;
  readonly at: Point;
  readonly measure: NodeMeasure;
  readonly degree: number;
}

export function shapeBox(node: PlacedNode): Box {
  return { ...node.at, hw: node.measure.width / 2, hh: node.measure.height / 2 };
}

/** Where the label of an entity is, if it is on that side. */
export function labelBox(node: PlacedNode, side: Side): Box {
  const { width, height, label } = node.measure;
  const hw = label.width / 2;
  const hh = label.height / 2;
  switch (side) {
    case 'below':
      return { x: node.at.x, y: node.at.y + height / 2 + 5 + hh, hw, hh };
    case 'above':
      return { x: node.at.x, y: node.at.y - height / 2 - 5 - hh, hw, hh };
    case 'right':
      return { x: node.at.x + width / 2 + 7 + hw, y: node.at.y, hw, hh };
    case 'left':
      return { x: node.at.x - width / 2 - 7 - hw, y: node.at.y, hw, hh };
  }
}

export interface LabelTask {
  /** The picture as a layout sees it; all its nodes have a place. */
  readonly picture: LayoutTask;
  /** Ids of its nodes, in the same order. */
  readonly ids: readonly string[];
  /** Sides that were chosen before. They stay unless something came to lie on them. */
  readonly before: ReadonlyMap<string, Side>;
}

/** What is chosen later can free a side for what was chosen before. */
const rounds = 3;

/** Room that the shapes and labels take up with every label below: a label on another side should not widen it. */
function roomOf(board: Board): Room {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < board.count; i += 1) {
    const x = board.x[i] ?? 0;
    const y = board.y[i] ?? 0;
    const half = Math.max(board.halfWidth[i] ?? 0, board.labelHalfWidth[i] ?? 0);
    left = Math.min(left, x - half);
    right = Math.max(right, x + half);
    top = Math.min(top, y - (board.halfHeight[i] ?? 0));
    bottom = Math.max(bottom, (board.labelY[i] ?? 0) + (board.labelHalfHeight[i] ?? 0));
  }
  return {
    halfWidth: (right - left) / 2,
    halfHeight: (bottom - top) / 2,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
  };
}

/** Chooses the side of every label: below, unless the picture is easier to read with it elsewhere. */
export function placeLabels({ picture, ids, before }: LabelTask): ReadonlyMap<string, Side> {
  const places = Float64Array.from(picture.nodes.flatMap(({ at }) => [at?.x ?? 0, at?.y ?? 0]));
  const board = new Board(picture, places);
  ids.forEach((id, node) => board.turnLabel(node, sides.indexOf(before.get(id) ?? 'below')));
  const legibility = new Legibility(board, roomOf(board));
  for (let round = 0; round < rounds; round += 1) {
    ids.forEach((id, node) => {
      if (before.has(id) && !legibility.meetsOthers(node)) return;
      let best = { side: board.side[node] ?? 0, cost: Infinity };
      for (let side = 0; side < sides.length; side += 1) {
        board.turnLabel(node, side);
        const cost = legibility.around(node);
        if (cost < best.cost) best = { side, cost };
      }
      board.turnLabel(node, best.side);
    });
  }
  return new Map(ids.map((id, node) => [id, sides[board.side[node] ?? 0] ?? 'below']));
}
