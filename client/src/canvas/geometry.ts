import type { Point } from '../state/scene.ts';

/** A rectangle by its middle and half its sides. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly hw: number;
  readonly hh: number;
}

export function boxesMeet(a: Box, b: Box, gap: number): boolean {
  return Math.abs(a.x - b.x) < a.hw + b.hw + gap && Math.abs(a.y - b.y) < a.hh + b.hh + gap;
}

/** Whether a straight line from a to b touches a box that is grown by `gap` (slab method). */
export function lineMeetsBox(
  a: Point,
  b: Point,
  target: { readonly box: Box; readonly gap: number },
): boolean {
  const { box, gap } = target;
  let near = 0;
  let far = 1;
  for (const [from, to, middle, half] of [
    [a.x, b.x, box.x, box.hw + gap],
    [a.y, b.y, box.y, box.hh + gap],
  ] as const) {
    const way = to - from;
    if (Math.abs(way) < 1e-9) {
      if (Math.abs(from - middle) > half) return false;
      continue;
    }
    const one = (middle - half - from) / way;
    const two = (middle + half - from) / way;
    near = Math.max(near, Math.min(one, two));
    far = Math.min(far, Math.max(one, two));
    if (near > far) return false;
  }
  return true;
}

/** The visible part of a line: a curve with one control point, cut off at both shapes, as points in even steps. */
export interface Track {
  readonly points: readonly Point[];
  readonly length: number;
}

interface End {
  readonly at: Point;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const trackSteps = 24;

function inside(end: End, point: Point): boolean {
  const dx = (point.x - end.at.x) / (end.halfWidth + 3);
  const dy = (point.y - end.at.y) / (end.halfHeight + 3);
  return dx * dx + dy * dy < 1;
}

/** Control point of a line whose curve is bent by so much, as cytoscape places it. */
function controlPoint(from: Point, to: Point, bend: number): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: (from.x + to.x) / 2 - (dy / length) * bend,
    y: (from.y + to.y) / 2 + (dx / length) * bend,
  };
}

export function track(source: End, target: End, bend: number): Track {
  const control = controlPoint(source.at, target.at, bend);
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * source.at.x + 2 * t * (1 - t) * control.x + t * t * target.at.x,
    y: (1 - t) ** 2 * source.at.y + 2 * t * (1 - t) * control.y + t * t * target.at.y,
  });
  let start = 0;
  let end = 1;
  while (start < 0.5 && inside(source, at(start))) start += 0.01;
  while (end > 0.5 && inside(target, at(end))) end -= 0.01;
  const points: Point[] = [];
  let length = 0;
  for (let step = 0; step <= trackSteps; step += 1) {
    const point = at(start + ((end - start) * step) / trackSteps);
    const last = points.at(-1);
    if (last !== undefined) length += Math.hypot(point.x - last.x, point.y - last.y);
    points.push(point);
  }
  return { points, length };
}
