import { captionHalfHeight } from './board.ts';
import type { Board } from './board.ts';
import { distanceSquared, lineHitsBox, linesCross } from './flat-geometry.ts';

/**
 * What makes a picture hard to read, in one currency: about what a pixel of missing room costs. Found by looking at
 * pictures of news graphs.
 */
const weight = {
  /** Shapes or labels on each other: nothing else is worth it. */
  overlap: 90,
  overlapDepth: 12,
  /** A line through a foreign shape reads as a relation of it. */
  lineOnShape: 130,
  lineOnLabel: 40,
  lineOnOwnLabel: 20,
  crossing: 24,
  captionOnShape: 60,
  captionOnLabel: 50,
  captionOnCaption: 34,
  captionOnLine: 12,
  missingRoom: 2,
  excessLength: 0.12,
  narrowAngle: 60,
  outside: 8,
  labelAside: 2,
} as const;

/** Pixels kept free between shapes and labels. */
const gap = 8;
const lineGap = { shape: 6, label: 1 };
/** Cosine of the angle, about 24 degrees, under which two lines from one shape run into each other. */
const cosNarrow = 0.914;
const none = new Int32Array(0);

/** Room of a picture and its middle. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/**
 * Tells how hard to read a picture is. `around(i)` covers everything that changes when node i moves, so that a move is
 * judged without looking at the rest of the picture.
 */
export class Legibility {
  readonly #board: Board;
  readonly #room: Room | null;

  /** Without a room the picture may be as big as it likes. */
  constructor(board: Board, room: Room | null) {
    this.#board = board;
    this.#room = room;
  }

  around(node: number): number {
    const { count, lineCount, linesOf, from, to, side } = this.#board;
    const own = linesOf[node] ?? none;
    let cost = this.#outside(node);
    if (side[node] !== 0) cost += weight.labelAside;
    for (let other = 0; other < count; other += 1) {
      if (other !== node) cost += this.#boxes(node, other);
    }
    for (let at = 0; at < own.length; at += 1) {
      const line = own[at] ?? 0;
      const far = from[line] === node ? (to[line] ?? 0) : (from[line] ?? 0);
      cost += this.#length(line) + this.#angles(line, node, at + 1) + this.#angles(line, far, 0);
      for (let other = 0; other < count; other += 1) cost += this.#lineOnNode(line, other);
      for (let other = 0; other < lineCount; other += 1) {
        if (other !== line) cost += this.#lines(line, other);
      }
    }
    for (let line = 0; line < lineCount; line += 1) {
      if (from[line] !== node && to[line] !== node) cost += this.#lineOnNode(line, node);
    }
    return cost;
  }

  /** Whether the shape or the label of this node lies on those of another. */
  meetsOthers(node: number): boolean {
    for (let other = 0; other < this.#board.count; other += 1) {
      if (other !== node && this.#boxes(node, other) > 0) return true;
    }
    return false;
  }

  #outside(node: number): number {
    const room = this.#room;
    if (room === null) return 0;
    const { x, y, halfWidth, halfHeight, labelX, labelY, labelHalfWidth, labelHalfHeight } = this.#board;
    return (
      weight.outside *
      (over((x[node] ?? 0) - room.x, halfWidth[node] ?? 0, room.halfWidth) +
        over((y[node] ?? 0) - room.y, halfHeight[node] ?? 0, room.halfHeight) +
        over((labelX[node] ?? 0) - room.x, labelHalfWidth[node] ?? 0, room.halfWidth) +
        over((labelY[node] ?? 0) - room.y, labelHalfHeight[node] ?? 0, room.halfHeight))
    );
  }

  #boxes(a: number, c: number): number {
    const b = this.#board;
    const dx = (b.x[a] ?? 0) - (b.x[c] ?? 0);
    const dy = (b.y[a] ?? 0) - (b.y[c] ?? 0);
    // A label reaches about 130 beyond its shape: what is farther apart cannot meet.
    if (dx > 320 || dx < -320 || dy > 160 || dy < -160) return 0;
    const aw = (b.halfWidth[a] ?? 0) + gap;
    const ah = (b.halfHeight[a] ?? 0) + gap;
    const cw = b.halfWidth[c] ?? 0;
    const ch = b.halfHeight[c] ?? 0;
    const alw = (b.labelHalfWidth[a] ?? 0) + gap;
    const alh = (b.labelHalfHeight[a] ?? 0) + gap;
    const clw = b.labelHalfWidth[c] ?? 0;
    const clh = b.labelHalfHeight[c] ?? 0;
    const alx = (b.labelX[a] ?? 0) - (b.x[c] ?? 0);
    const aly = (b.labelY[a] ?? 0) - (b.y[c] ?? 0);
    const clx = (b.labelX[c] ?? 0) - (b.x[c] ?? 0);
    const cly = (b.labelY[c] ?? 0) - (b.y[c] ?? 0);
    return (
      overlap(dx, dy, aw + cw + gap, ah + ch + gap) +
      overlap(dx - clx, dy - cly, aw + clw, ah + clh) +
      overlap(alx, aly, alw + cw, alh + ch) +
      overlap(alx - clx, aly - cly, alw + clw, alh + clh)
    );
  }

  #length(line: number): number {
    const { distance, wanted } = this.#board;
    const missing = (wanted[line] ?? 0) - (distance[line] ?? 0);
    return missing > 0 ? missing * weight.missingRoom : -missing * weight.excessLength;
  }

  /** A line and its caption against the shape and the label of a node. */
  #lineOnNode(line: number, node: number): number {
    const b = this.#board;
    const mx = b.middleX[line] ?? 0;
    const my = b.middleY[line] ?? 0;
    const nx = b.x[node] ?? 0;
    const ny = b.y[node] ?? 0;
    const reachX = (b.reachX[line] ?? 0) + 130;
    const reachY = (b.reachY[line] ?? 0) + 70;
    if (nx - mx > reachX || mx - nx > reachX || ny - my > reachY || my - ny > reachY) return 0;
    const from = b.from[line] ?? 0;
    const to = b.to[line] ?? 0;
    const own = from === node || to === node;
    const fx = b.x[from] ?? 0;
    const fy = b.y[from] ?? 0;
    const tx = b.x[to] ?? 0;
    const ty = b.y[to] ?? 0;
    const half = b.captionHalf[line] ?? 0;
    const cx = (b.alongX[line] ?? 0) * half;
    const cy = (b.alongY[line] ?? 0) * half;
    const lx = b.labelX[node] ?? 0;
    const ly = b.labelY[node] ?? 0;
    const lw = (b.labelHalfWidth[node] ?? 0) + lineGap.label;
    const lh = (b.labelHalfHeight[node] ?? 0) + lineGap.label;
    const thick = captionHalfHeight;
    let cost = 0;
    if (!own) {
      const hw = (b.halfWidth[node] ?? 0) + lineGap.shape;
      const hh = (b.halfHeight[node] ?? 0) + lineGap.shape;
      if (lineHitsBox(fx, fy, mx, my, nx, ny, hw, hh) || lineHitsBox(mx, my, tx, ty, nx, ny, hw, hh)) {
        cost += weight.lineOnShape;
      }
      if (lineHitsBox(mx - cx, my - cy, mx + cx, my + cy, nx, ny, hw + thick, hh + thick)) {
        cost += weight.captionOnShape;
      }
    }
    if (lineHitsBox(fx, fy, mx, my, lx, ly, lw, lh) || lineHitsBox(mx, my, tx, ty, lx, ly, lw, lh)) {
      cost += own ? weight.lineOnOwnLabel : weight.lineOnLabel;
    }
    if (lineHitsBox(mx - cx, my - cy, mx + cx, my + cy, lx, ly, lw + thick, lh + thick)) {
      cost += weight.captionOnLabel;
    }
    return cost;
  }

  /** Two lines with their captions. */
  #lines(a: number, c: number): number {
    const b = this.#board;
    const amx = b.middleX[a] ?? 0;
    const amy = b.middleY[a] ?? 0;
    const cmx = b.middleX[c] ?? 0;
    const cmy = b.middleY[c] ?? 0;
    const reachX = (b.reachX[a] ?? 0) + (b.reachX[c] ?? 0);
    const reachY = (b.reachY[a] ?? 0) + (b.reachY[c] ?? 0);
    if (amx - cmx > reachX || cmx - amx > reachX || amy - cmy > reachY || cmy - amy > reachY) return 0;
    const af = b.from[a] ?? 0;
    const at = b.to[a] ?? 0;
    const cf = b.from[c] ?? 0;
    const ct = b.to[c] ?? 0;
    // Parallel lines fan out and keep clear of each other by themselves.
    if ((af === cf && at === ct) || (af === ct && at === cf)) return 0;
    const joined = af === cf || af === ct || at === cf || at === ct;
    const afx = b.x[af] ?? 0;
    const afy = b.y[af] ?? 0;
    const atx = b.x[at] ?? 0;
    const aty = b.y[at] ?? 0;
    const cfx = b.x[cf] ?? 0;
    const cfy = b.y[cf] ?? 0;
    const ctx = b.x[ct] ?? 0;
    const cty = b.y[ct] ?? 0;
    let cost = 0;
    if (!joined && linesCross(afx, afy, atx, aty, cfx, cfy, ctx, cty)) cost += weight.crossing;
    const ah = b.captionHalf[a] ?? 0;
    const ch = b.captionHalf[c] ?? 0;
    const ax = (b.alongX[a] ?? 0) * ah;
    const ay = (b.alongY[a] ?? 0) * ah;
    const cx = (b.alongX[c] ?? 0) * ch;
    const cy = (b.alongY[c] ?? 0) * ch;
    const a1x = amx - ax;
    const a1y = amy - ay;
    const a2x = amx + ax;
    const a2y = amy + ay;
    const c1x = cmx - cx;
    const c1y = cmy - cy;
    const c2x = cmx + cx;
    const c2y = cmy + cy;
    if (
      linesCross(a1x, a1y, a2x, a2y, cfx, cfy, cmx, cmy) ||
      linesCross(a1x, a1y, a2x, a2y, cmx, cmy, ctx, cty)
    ) {
      cost += weight.captionOnLine;
    }
    if (
      linesCross(c1x, c1y, c2x, c2y, afx, afy, amx, amy) ||
      linesCross(c1x, c1y, c2x, c2y, amx, amy, atx, aty)
    ) {
      cost += weight.captionOnLine;
    }
    const apart = ah + ch + 2 * captionHalfHeight;
    if (amx - cmx > apart || cmx - amx > apart || amy - cmy > apart || cmy - amy > apart) return cost;
    const limit = 4 * captionHalfHeight * captionHalfHeight;
    const touching =
      linesCross(a1x, a1y, a2x, a2y, c1x, c1y, c2x, c2y) ||
      distanceSquared(a1x, a1y, c1x, c1y, c2x, c2y) < limit ||
      distanceSquared(a2x, a2y, c1x, c1y, c2x, c2y) < limit ||
      distanceSquared(c1x, c1y, a1x, a1y, a2x, a2y) < limit ||
      distanceSquared(c2x, c2y, a1x, a1y, a2x, a2y) < limit;
    return touching ? cost + weight.captionOnCaption : cost;
  }

  /** A line against those that leave a node in nearly the same direction, from the given one of its list on. */
  #angles(line: number, node: number, start: number): number {
    const { linesOf, from, to, alongX, alongY } = this.#board;
    const lines = linesOf[node] ?? none;
    const sign = from[line] === node ? 1 : -1;
    const far = from[line] === node ? to[line] : from[line];
    const x = (alongX[line] ?? 0) * sign;
    const y = (alongY[line] ?? 0) * sign;
    let cost = 0;
    for (let at = start; at < lines.length; at += 1) {
      const other = lines[at] ?? 0;
      const outward = from[other] === node;
      if (other === line || (outward ? to[other] : from[other]) === far) continue;
      const cosine = (x * (alongX[other] ?? 0) + y * (alongY[other] ?? 0)) * (outward ? 1 : -1);
      if (cosine > cosNarrow) cost += weight.narrowAngle * ((cosine - cosNarrow) / (1 - cosNarrow));
    }
    return cost;
  }
}

function over(at: number, half: number, room: number): number {
  return Math.max(0, Math.abs(at) + half - room);
}

// oxlint-disable-next-line max-params -- runs in the innermost loop, where an object costs more than the sum
function overlap(dx: number, dy: number, width: number, height: number): number {
  const deep = Math.min(width - Math.abs(dx), height - Math.abs(dy));
  return deep > 0 ? weight.overlap + deep * weight.overlapDepth : 0;
}
