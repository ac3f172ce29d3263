import { lineLength } from './first-places.ts';
import { distanceSquared, linesCross } from './flat-geometry.ts';
import type { LayoutTask, Places } from './layout.ts';
import type { Room } from './legibility.ts';

/** As in legibility.ts; a sketch knows no captions and no sides of labels. */
const weight = {
  crossing: 30,
  overlap: 40,
  overlapDepth: 4,
  nodeOnLink: 60,
  missingLength: 0.8,
  excessLength: 0.12,
  outside: 6,
} as const;

/** Distance of a node from a foreign link under which the link seems to belong to it. */
const nearLink = 26;

/**
 * A picture reduced to what decides how its parts lie to each other: one straight link for each pair of nodes, one box
 * for each shape with its label. Judging a move takes a tenth of the time that Legibility needs.
 */
export class Sketch {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: number;
  readonly #halfWidth: Float64Array;
  readonly #halfHeight: Float64Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #wanted: Float64Array;
  /** Lines that a link stands for: crossing a bundle of lines is worse than crossing one. */
  readonly #weight: Float64Array;
  readonly #linksOf: readonly Int32Array[];
  readonly #room: Room;

  constructor(task: LayoutTask, places: Places, room: Room) {
    const links = new Map<string, { from: number; to: number; wanted: number; lines: number }>();
    for (const line of task.lines) {
      const [from, to] = [Math.min(line.source, line.target), Math.max(line.source, line.target)];
      const key = `${from},${to}`;
      const link = links.get(key) ?? { from, to, wanted: 0, lines: 0 };
      links.set(key, {
        ...link,
        wanted: Math.max(link.wanted, lineLength(task, line)),
        lines: link.lines + 1,
      });
    }
    const all = [...links.values()];
    this.count = task.nodes.length;
    this.x = Float64Array.from(task.nodes, (_, i) => places[2 * i] ?? 0);
    this.y = Float64Array.from(task.nodes, (_, i) => places[2 * i + 1] ?? 0);
    this.#halfWidth = Float64Array.from(
      task.nodes,
      (node) => Math.max(node.halfWidth, node.labelWidth / 2) + 8,
    );
    this.#halfHeight = Float64Array.from(task.nodes, (node) => node.halfHeight + node.labelHeight / 2 + 9);
    this.#from = Int32Array.from(all, (link) => link.from);
    this.#to = Int32Array.from(all, (link) => link.to);
    this.#wanted = Float64Array.from(all, (link) => link.wanted);
    this.#weight = Float64Array.from(all, (link) => Math.sqrt(link.lines));
    this.#linksOf = task.nodes.map((_, i) =>
      Int32Array.from(all.flatMap((link, at) => (link.from === i || link.to === i ? [at] : []))),
    );
    this.#room = room;
  }

  /** Cost of everything that changes when this node moves. */
  around(node: number): number {
    const x = this.x[node] ?? 0;
    const y = this.y[node] ?? 0;
    const hw = this.#halfWidth[node] ?? 0;
    const hh = this.#halfHeight[node] ?? 0;
    const room = this.#room;
    let cost =
      weight.outside *
      (Math.max(0, Math.abs(x - room.x) + hw - room.halfWidth) +
        Math.max(0, Math.abs(y - room.y) + hh - room.halfHeight));
    const { x: xs, y: ys, count } = this;
    const halfWidth = this.#halfWidth;
    const halfHeight = this.#halfHeight;
    for (let other = 0; other < count; other += 1) {
      const deepX = hw + (halfWidth[other] ?? 0) - Math.abs(x - (xs[other] ?? 0));
      if (deepX <= 0) continue;
      const deepY = hh + (halfHeight[other] ?? 0) - Math.abs(y - (ys[other] ?? 0));
      if (deepY <= 0 || other === node) continue;
      cost += weight.overlap + Math.min(deepX, deepY) * weight.overlapDepth;
    }
    const own = this.#linksOf[node] ?? none;
    for (let at = 0; at < own.length; at += 1) cost += this.#link(own[at] ?? 0);
    for (let link = 0; link < this.#from.length; link += 1) cost += this.#nodeOnLink(node, link);
    return cost;
  }

  /** Of the whole picture; only good for comparing sketches of the same graph. */
  total(): number {
    let cost = 0;
    for (let node = 0; node < this.count; node += 1) cost += this.around(node);
    return cost;
  }

  places(): Places {
    const places = new Float64Array(this.count * 2);
    for (let i = 0; i < this.count; i += 1) {
      places[2 * i] = this.x[i] ?? 0;
      places[2 * i + 1] = this.y[i] ?? 0;
    }
    return places;
  }

  #nodeOnLink(node: number, link: number): number {
    const from = this.#from[link] ?? 0;
    const to = this.#to[link] ?? 0;
    if (from === node || to === node) return 0;
    const x = this.x[node] ?? 0;
    const y = this.y[node] ?? 0;
    const ax = this.x[from] ?? 0;
    const ay = this.y[from] ?? 0;
    const bx = this.x[to] ?? 0;
    const by = this.y[to] ?? 0;
    if (x < Math.min(ax, bx) - nearLink || x > Math.max(ax, bx) + nearLink) return 0;
    if (y < Math.min(ay, by) - nearLink || y > Math.max(ay, by) + nearLink) return 0;
    const near = distanceSquared(x, y, ax, ay, bx, by) / (nearLink * nearLink);
    return near < 1 ? weight.nodeOnLink * (1 - near / 2) : 0;
  }

  #link(link: number): number {
    const from = this.#from[link] ?? 0;
    const to = this.#to[link] ?? 0;
    const ax = this.x[from] ?? 0;
    const ay = this.y[from] ?? 0;
    const bx = this.x[to] ?? 0;
    const by = this.y[to] ?? 0;
    const missing = (this.#wanted[link] ?? 0) - Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);
    let cost = missing > 0 ? missing * weight.missingLength : -missing * weight.excessLength;
    const own = this.#weight[link] ?? 1;
    const left = Math.min(ax, bx);
    const right = Math.max(ax, bx);
    const top = Math.min(ay, by);
    const bottom = Math.max(ay, by);
    const { x: xs, y: ys } = this;
    const starts = this.#from;
    const ends = this.#to;
    const weights = this.#weight;
    let crossed = 0;
    for (let other = 0; other < starts.length; other += 1) {
      const c = starts[other] ?? 0;
      const d = ends[other] ?? 0;
      const cx = xs[c] ?? 0;
      const dx = xs[d] ?? 0;
      if ((cx < left && dx < left) || (cx > right && dx > right)) continue;
      const cy = ys[c] ?? 0;
      const dy = ys[d] ?? 0;
      if ((cy < top && dy < top) || (cy > bottom && dy > bottom)) continue;
      if (c === from || c === to || d === from || d === to) continue;
      if (linesCross(ax, ay, bx, by, cx, cy, dx, dy)) crossed += weights[other] ?? 1;
    }
    cost += weight.crossing * own * crossed;
    for (let node = 0; node < this.count; node += 1) cost += this.#nodeOnLink(node, link);
    return cost;
  }
}

const none = new Int32Array(0);
