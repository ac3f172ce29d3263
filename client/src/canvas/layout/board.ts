import { lineLength } from './first-places.ts';
import type { LayoutTask, Places } from './layout.ts';

/** Sides of a shape on which its label can stand: below, above, right, left. */
export const sideCount = 4;

/** Space between a shape and its label. */
const labelGap = { beside: 7, under: 5 };

/** Half the height of a caption, with the space that keeps it apart from others. */
export const captionHalfHeight = 7.5;

/**
 * A picture while a layout works on it: places of shapes, labels, lines and captions in flat arrays, kept together.
 * A line is taken as two straight ones that meet at the middle of its curve, where its caption stands.
 */
export class Board {
  readonly count: number;
  readonly lineCount: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly halfWidth: Float64Array;
  readonly halfHeight: Float64Array;
  readonly side: Uint8Array;
  readonly labelX: Float64Array;
  readonly labelY: Float64Array;
  readonly labelHalfWidth: Float64Array;
  readonly labelHalfHeight: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly middleX: Float64Array;
  readonly middleY: Float64Array;
  /** Direction from source to target, of length 1. */
  readonly alongX: Float64Array;
  readonly alongY: Float64Array;
  readonly distance: Float64Array;
  /** Half of the box around the middle that holds a line and its caption. */
  readonly reachX: Float64Array;
  readonly reachY: Float64Array;
  readonly captionHalf: Float64Array;
  readonly wanted: Float64Array;
  readonly linesOf: readonly Int32Array[];
  readonly #bend: Float64Array;

  constructor(task: LayoutTask, places: Places) {
    const { nodes, lines } = task;
    this.count = nodes.length;
    this.lineCount = lines.length;
    this.x = Float64Array.from(nodes, (_, i) => places[2 * i] ?? 0);
    this.y = Float64Array.from(nodes, (_, i) => places[2 * i + 1] ?? 0);
    this.halfWidth = Float64Array.from(nodes, (node) => node.halfWidth);
    this.halfHeight = Float64Array.from(nodes, (node) => node.halfHeight);
    this.side = new Uint8Array(this.count);
    this.labelX = new Float64Array(this.count);
    this.labelY = new Float64Array(this.count);
    this.labelHalfWidth = Float64Array.from(nodes, (node) => node.labelWidth / 2);
    this.labelHalfHeight = Float64Array.from(nodes, (node) => node.labelHeight / 2);
    this.from = Int32Array.from(lines, (line) => line.source);
    this.to = Int32Array.from(lines, (line) => line.target);
    // At its middle a curve is half as far from the straight line as its control point.
    this.#bend = Float64Array.from(lines, (line) => line.bend / 2);
    this.captionHalf = Float64Array.from(lines, (line) => line.captionWidth / 2);
    this.wanted = Float64Array.from(lines, (line) => lineLength(task, line));
    this.middleX = new Float64Array(this.lineCount);
    this.middleY = new Float64Array(this.lineCount);
    this.alongX = new Float64Array(this.lineCount);
    this.alongY = new Float64Array(this.lineCount);
    this.distance = new Float64Array(this.lineCount);
    this.reachX = new Float64Array(this.lineCount);
    this.reachY = new Float64Array(this.lineCount);
    this.linesOf = nodes.map((_, i) =>
      Int32Array.from(lines.flatMap((line, at) => (line.source === i || line.target === i ? [at] : []))),
    );
    for (let i = 0; i < this.count; i += 1) this.#placeLabel(i);
    for (let line = 0; line < this.lineCount; line += 1) this.#placeLine(line);
  }

  /** Moves a node with its label and its lines. */
  move(node: number, x: number, y: number): void {
    this.x[node] = x;
    this.y[node] = y;
    this.#placeLabel(node);
    for (const line of this.linesOf[node] ?? []) this.#placeLine(line);
  }

  turnLabel(node: number, side: number): void {
    this.side[node] = side;
    this.#placeLabel(node);
  }

  places(): Places {
    const places = new Float64Array(this.count * 2);
    for (let i = 0; i < this.count; i += 1) {
      places[2 * i] = this.x[i] ?? 0;
      places[2 * i + 1] = this.y[i] ?? 0;
    }
    return places;
  }

  #placeLabel(node: number): void {
    const x = this.x[node] ?? 0;
    const y = this.y[node] ?? 0;
    const beside = (this.halfWidth[node] ?? 0) + labelGap.beside + (this.labelHalfWidth[node] ?? 0);
    const under = (this.halfHeight[node] ?? 0) + labelGap.under + (this.labelHalfHeight[node] ?? 0);
    const side = this.side[node] ?? 0;
    this.labelX[node] = side === 2 ? x + beside : side === 3 ? x - beside : x;
    this.labelY[node] = side === 0 ? y + under : side === 1 ? y - under : y;
  }

  #placeLine(line: number): void {
    const from = this.from[line] ?? 0;
    const to = this.to[line] ?? 0;
    const fromX = this.x[from] ?? 0;
    const fromY = this.y[from] ?? 0;
    const dx = (this.x[to] ?? 0) - fromX;
    const dy = (this.y[to] ?? 0) - fromY;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    const bend = this.#bend[line] ?? 0;
    this.distance[line] = length;
    this.alongX[line] = dx / length;
    this.alongY[line] = dy / length;
    this.middleX[line] = fromX + dx / 2 - (dy / length) * bend;
    this.middleY[line] = fromY + dy / 2 + (dx / length) * bend;
    const half = Math.max(length / 2, (this.captionHalf[line] ?? 0) + captionHalfHeight);
    const aside = Math.abs(bend) + captionHalfHeight;
    this.reachX[line] = (Math.abs(dx) * half + Math.abs(dy) * aside) / length;
    this.reachY[line] = (Math.abs(dy) * half + Math.abs(dx) * aside) / length;
  }
}
