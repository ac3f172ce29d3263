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
  lineOnShape: 90,
  lineOnLabel: 30,
  lineOnOwnLabel: 12,
  crossing: 20,
  captionOnShape: 60,
  captionOnLabel: 50,
  captionOnCaption: 34,
  captionOnLine: 12,
  missingRoom: 0.8,
  excessLength: 0.12,
  narrowAngle: 26,
  outside: 8,
  labelAside: 2,
} as const;

/** Pixels kept free between shapes and labels. */
const gap = 8;
const lineGap = { shape: 6, label: 1 };
const captionThickness = 7.5;
/** Angle under which two lines from one shape run into each other: about 22 degrees. */
const narrow = 0.38;

/** Room of a picture, around the point (0, 0). */
export interface Room {
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
    let cost = this.#outside(node) + this.#angles(node);
    if (side[node] !== 0) cost += weight.labelAside;
    for (let other = 0; other < count; other += 1) {
      if (other !== node) cost += this.#boxes(node, other);
    }
    for (const line of linesOf[node] ?? []) {
      cost += this.#length(line);
      for (let other = 0; other < count; other += 1) cost += this.#lineOnNode(line, other);
      for (let other = 0; other < lineCount; other += 1) {
        if (other !== line) cost += this.#lines(line, other);
      }
      const far = from[line] === node ? to[line] : from[line];
      if (far !== undefined) cost += this.#angles(far);
    }
    for (let line = 0; line < lineCount; line += 1) {
      if (from[line] !== node && to[line] !== node) cost += this.#lineOnNode(line, node);
    }
    return cost;
  }

  /** Of the whole picture; only good for comparing pictures of the same graph. */
  total(): number {
    let cost = 0;
    for (let node = 0; node < this.#board.count; node += 1) cost += this.around(node);
    return cost;
  }

  #outside(node: number): number {
    if (this.#room === null) return 0;
    const { x, y, halfWidth, halfHeight, labelX, labelY, labelHalfWidth, labelHalfHeight } = this.#board;
    const over = (at: number, half: number, room: number): number => Math.max(0, Math.abs(at) + half - room);
    return (
      weight.outside *
      (over(x[node] ?? 0, halfWidth[node] ?? 0, this.#room.halfWidth) +
        over(y[node] ?? 0, halfHeight[node] ?? 0, this.#room.halfHeight) +
        over(labelX[node] ?? 0, labelHalfWidth[node] ?? 0, this.#room.halfWidth) +
        over(labelY[node] ?? 0, labelHalfHeight[node] ?? 0, this.#room.halfHeight))
    );
  }

  #boxes(a: number, b: number): number {
    const { x, y, halfWidth, halfHeight, labelX, labelY, labelHalfWidth, labelHalfHeight } = this.#board;
    const [ax, ay, aw, ah] = [x[a] ?? 0, y[a] ?? 0, halfWidth[a] ?? 0, halfHeight[a] ?? 0];
    const [bx, by, bw, bh] = [x[b] ?? 0, y[b] ?? 0, halfWidth[b] ?? 0, halfHeight[b] ?? 0];
    // Labels are at most about 60 away from their shape: what is farther apart cannot meet.
    if (Math.abs(ax - bx) > 320 || Math.abs(ay - by) > 200) return 0;
    const [alx, aly] = [labelX[a] ?? 0, labelY[a] ?? 0];
    const [alw, alh] = [labelHalfWidth[a] ?? 0, labelHalfHeight[a] ?? 0];
    const [blx, bly] = [labelX[b] ?? 0, labelY[b] ?? 0];
    const [blw, blh] = [labelHalfWidth[b] ?? 0, labelHalfHeight[b] ?? 0];
    return (
      overlap(ax - bx, ay - by, aw + bw + 2 * gap, ah + bh + 2 * gap) +
      overlap(ax - blx, ay - bly, aw + blw + gap, ah + blh + gap) +
      overlap(alx - bx, aly - by, alw + bw + gap, alh + bh + gap) +
      overlap(alx - blx, aly - bly, alw + blw + gap, alh + blh + gap)
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
    const [from, to] = [b.from[line] ?? 0, b.to[line] ?? 0];
    const own = from === node || to === node;
    const [fx, fy, tx, ty] = [b.x[from] ?? 0, b.y[from] ?? 0, b.x[to] ?? 0, b.y[to] ?? 0];
    const [mx, my] = [b.middleX[line] ?? 0, b.middleY[line] ?? 0];
    const [nx, ny] = [b.x[node] ?? 0, b.y[node] ?? 0];
    const reach = (b.distance[line] ?? 0) / 2 + 150;
    if (Math.abs(nx - mx) > reach || Math.abs(ny - my) > reach) return 0;
    const half = b.captionHalf[line] ?? 0;
    const [cx, cy] = [(b.alongX[line] ?? 0) * half, (b.alongY[line] ?? 0) * half];
    let cost = 0;
    const [lx, ly, lw, lh] = [
      b.labelX[node] ?? 0,
      b.labelY[node] ?? 0,
      b.labelHalfWidth[node] ?? 0,
      b.labelHalfHeight[node] ?? 0,
    ];
    const hits = (x: number, y: number, w: number, h: number): boolean =>
      lineHitsBox(fx, fy, mx, my, x, y, w, h) || lineHitsBox(mx, my, tx, ty, x, y, w, h);
    const written = (x: number, y: number, w: number, h: number): boolean =>
      lineHitsBox(mx - cx, my - cy, mx + cx, my + cy, x, y, w + captionThickness, h + captionThickness);
    if (!own) {
      const [hw, hh] = [b.halfWidth[node] ?? 0, b.halfHeight[node] ?? 0];
      if (hits(nx, ny, hw + lineGap.shape, hh + lineGap.shape)) cost += weight.lineOnShape;
      if (written(nx, ny, hw, hh)) cost += weight.captionOnShape;
    }
    if (hits(lx, ly, lw + lineGap.label, lh + lineGap.label)) {
      cost += own ? weight.lineOnOwnLabel : weight.lineOnLabel;
    }
    if (written(lx, ly, lw, lh)) cost += weight.captionOnLabel;
    return cost;
  }

  /** Two lines with their captions. */
  #lines(a: number, c: number): number {
    const b = this.#board;
    const [amx, amy, cmx, cmy] = [b.middleX[a] ?? 0, b.middleY[a] ?? 0, b.middleX[c] ?? 0, b.middleY[c] ?? 0];
    const reach = ((b.distance[a] ?? 0) + (b.distance[c] ?? 0)) / 2 + 60;
    if (Math.abs(amx - cmx) > reach || Math.abs(amy - cmy) > reach) return 0;
    const [af, at, cf, ct] = [b.from[a] ?? 0, b.to[a] ?? 0, b.from[c] ?? 0, b.to[c] ?? 0];
    const joined = af === cf || af === ct || at === cf || at === ct;
    if (joined && ((af === cf && at === ct) || (af === ct && at === cf))) return 0;
    const [afx, afy, atx, aty] = [b.x[af] ?? 0, b.y[af] ?? 0, b.x[at] ?? 0, b.y[at] ?? 0];
    const [cfx, cfy, ctx, cty] = [b.x[cf] ?? 0, b.y[cf] ?? 0, b.x[ct] ?? 0, b.y[ct] ?? 0];
    let cost = 0;
    if (!joined && linesCross(afx, afy, atx, aty, cfx, cfy, ctx, cty)) cost += weight.crossing;
    const [ah, ch] = [b.captionHalf[a] ?? 0, b.captionHalf[c] ?? 0];
    const [ax, ay] = [(b.alongX[a] ?? 0) * ah, (b.alongY[a] ?? 0) * ah];
    const [cx, cy] = [(b.alongX[c] ?? 0) * ch, (b.alongY[c] ?? 0) * ch];
    const [a1x, a1y, a2x, a2y] = [amx - ax, amy - ay, amx + ax, amy + ay];
    const [c1x, c1y, c2x, c2y] = [cmx - cx, cmy - cy, cmx + cx, cmy + cy];
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
    const apart = ah + ch + 2 * captionThickness;
    if (Math.abs(amx - cmx) > apart || Math.abs(amy - cmy) > apart) return cost;
    const limit = 4 * captionThickness * captionThickness;
    const touching =
      linesCross(a1x, a1y, a2x, a2y, c1x, c1y, c2x, c2y) ||
      distanceSquared(a1x, a1y, c1x, c1y, c2x, c2y) < limit ||
      distanceSquared(a2x, a2y, c1x, c1y, c2x, c2y) < limit ||
      distanceSquared(c1x, c1y, a1x, a1y, a2x, a2y) < limit ||
      distanceSquared(c2x, c2y, a1x, a1y, a2x, a2y) < limit;
    return touching ? cost + weight.captionOnCaption : cost;
  }

  /** Lines that leave a node in nearly the same direction. */
  #angles(node: number): number {
    const { linesOf, from, to, alongX, alongY } = this.#board;
    const lines = linesOf[node] ?? [];
    let cost = 0;
    for (let one = 0; one < lines.length; one += 1) {
      const a = lines[one] ?? 0;
      const aSign = from[a] === node ? 1 : -1;
      const aFar = from[a] === node ? to[a] : from[a];
      for (let two = one + 1; two < lines.length; two += 1) {
        const c = lines[two] ?? 0;
        if ((from[c] === node ? to[c] : from[c]) === aFar) continue;
        const cSign = from[c] === node ? 1 : -1;
        const cosine =
          ((alongX[a] ?? 0) * (alongX[c] ?? 0) + (alongY[a] ?? 0) * (alongY[c] ?? 0)) * aSign * cSign;
        if (cosine < cosNarrow) continue;
        const angle = Math.acos(Math.min(1, cosine));
        cost += weight.narrowAngle * (1 - angle / narrow) ** 2;
      }
    }
    return cost;
  }
}

const cosNarrow = Math.cos(narrow);

function overlap(dx: number, dy: number, width: number, height: number): number {
  const deep = Math.min(width - Math.abs(dx), height - Math.abs(dy));
  return deep > 0 ? weight.overlap + deep * weight.overlapDepth : 0;
}
