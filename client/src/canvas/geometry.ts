import type { Point } from '../state/scene.ts';
import { distanceSquared, linesCross } from './layout/flat-geometry.ts';

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

/** A straight line. */
export interface Line {
  readonly a: Point;
  readonly b: Point;
}

export function boxOfLine({ a, b }: Line, gap: number): Box {
  return {
    x: (a.x + b.x) / 2,
    y: (a.y + b.y) / 2,
    hw: Math.abs(a.x - b.x) / 2 + gap,
    hh: Math.abs(a.y - b.y) / 2 + gap,
  };
}

/** Whether two straight lines cross or come nearer than `gap`. */
export function linesNear(one: Line, other: Line, gap: number): boolean {
  const [p, q, r, s] = [one.a, one.b, other.a, other.b];
  const limit = gap * gap;
  return (
    linesCross(p.x, p.y, q.x, q.y, r.x, r.y, s.x, s.y) ||
    distanceSquared(p.x, p.y, r.x, r.y, s.x, s.y) < limit ||
    distanceSquared(q.x, q.y, r.x, r.y, s.x, s.y) < limit ||
    distanceSquared(r.x, r.y, p.x, p.y, q.x, q.y) < limit ||
    distanceSquared(s.x, s.y, p.x, p.y, q.x, q.y) < limit
  );
}

/** The visible part of a line: a curve with one control point, cut off at both shapes, as points in even steps. */
export interface Track {
  readonly points: readonly Point[];
  readonly length: number;
  /** Holds all points. */
  readonly around: Box;
}

interface End {
  readonly at: Point;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Straight parts of a curve. */
const curveSteps = 12;

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

function boxOfPoints(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, hw: (right - left) / 2, hh: (bottom - top) / 2 };
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
  const steps = bend === 0 ? 1 : curveSteps;
  for (let step = 0; step <= steps; step += 1) {
    const point = at(start + ((end - start) * step) / steps);
    const last = points.at(-1);
    if (last !== undefined) length += Math.hypot(point.x - last.x, point.y - last.y);
    points.push(point);
  }
  return { points, length, around: boxOfPoints(points) };
}
