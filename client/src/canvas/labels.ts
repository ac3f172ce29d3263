import type { Point } from '../state/scene.ts';
import { boxesMeet, lineMeetsBox } from './geometry.ts';
import type { Box, Track } from './geometry.ts';
import type { NodeMeasure } from './measures.ts';

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
  readonly nodes: readonly PlacedNode[];
  readonly tracks: readonly Track[];
  /** Sides that were chosen before. They stay unless something came to lie on them. */
  readonly before: ReadonlyMap<string, Side>;
}

const overlapCost = 120;
const lineCost = 12;

function linesThrough(box: Box, tracks: readonly Track[]): number {
  let count = 0;
  for (const { points } of tracks) {
    const [first, middle, last] = [points[0], points[points.length >> 1], points.at(-1)];
    if (first === undefined || middle === undefined || last === undefined) continue;
    if (
      lineMeetsBox(first, middle, { box, gap: 2 }) ||
      lineMeetsBox(middle, last, { box, gap: 2 })
    ) {
      count += 1;
    }
  }
  return count;
}

/**
 * Chooses the side of every label: below, unless another side lies on fewer things. Goes through the entities with
 * most relations first, and twice, because what is chosen later can free a side.
 */
export function placeLabels(task: LabelTask): ReadonlyMap<string, Side> {
  const order = [...task.nodes].sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1));
  const shapesOf = task.nodes.map((node) => ({ id: node.id, box: shapeBox(node) }));
  const chosen = new Map<string, { side: Side; box: Box }>();
  for (const node of task.nodes) {
    const side = task.before.get(node.id);
    if (side !== undefined) chosen.set(node.id, { side, box: labelBox(node, side) });
  }
  const overlaps = (id: string, box: Box): number => {
    let count = 0;
    for (const shape of shapesOf) if (shape.id !== id && boxesMeet(box, shape.box, 4)) count += 1;
    for (const [other, label] of chosen) if (other !== id && boxesMeet(box, label.box, 3)) count += 1;
    return count;
  };
  for (let round = 0; round < 2; round += 1) {
    for (const node of order) {
      const before = chosen.get(node.id);
      if (task.before.has(node.id) && before !== undefined && overlaps(node.id, before.box) === 0) continue;
      const options = sides.map((side, index) => {
        const box = labelBox(node, side);
        const cost =
          index * 7 + overlaps(node.id, box) * overlapCost + linesThrough(box, task.tracks) * lineCost;
        return { side, box, cost };
      });
      const best = options.reduce((a, b) => (b.cost < a.cost ? b : a));
      chosen.set(node.id, best);
    }
  }
  return new Map([...chosen].map(([id, { side }]) => [id, side]));
}
