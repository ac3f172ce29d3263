import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';

import type { Layout, LayoutNode, LayoutTask, Places } from './layout.ts';
import { randomFrom } from './random.ts';

interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly radius: number;
}

/** Half of the box that a shape and the label beneath it fill, taken as a circle of about the same reach. */
function reach(node: LayoutNode): number {
  const width = Math.max(node.halfWidth, node.labelWidth / 2);
  const height = node.halfHeight + node.labelHeight / 2;
  return (width + height) / 2 + 6;
}

/** Length at which a line has room for its caption and both shapes. */
export function lineLength(task: LayoutTask, line: LayoutTask['lines'][number]): number {
  const ends = [task.nodes[line.source], task.nodes[line.target]];
  const shapes = ends.reduce((sum, node) => sum + (node === undefined ? 0 : node.halfWidth), 0);
  return Math.max(90, line.captionWidth + shapes + 34);
}

/** Ticks by size: small pictures are carried to rest, big ones to where the shape is clear. */
function ticksFor(elements: number): number {
  return elements <= 2500 ? 300 : 120;
}

const progressEvery = 30;

/** First places: what has one keeps it, a neighbour of placed ones starts beside their mean, the rest on a sunflower. */
export function firstPlaces(task: LayoutTask): Places {
  const random = randomFrom(task.seed);
  const places = new Float64Array(task.nodes.length * 2);
  const sums = new Map<number, { x: number; y: number; n: number }>();
  for (const line of task.lines) {
    for (const [from, to] of [
      [line.source, line.target],
      [line.target, line.source],
    ] as const) {
      const at = task.nodes[from]?.at;
      if (at === null || at === undefined) continue;
      const sum = sums.get(to) ?? { x: 0, y: 0, n: 0 };
      sums.set(to, { x: sum.x + at.x, y: sum.y + at.y, n: sum.n + 1 });
    }
  }
  const spacing = Math.sqrt((task.width * task.height) / Math.max(1, task.nodes.length)) * 0.6;
  task.nodes.forEach((node, index) => {
    const sum = sums.get(index);
    const angle = index * 2.399963 + random() * 0.5 + task.seed;
    const away = node.at !== null ? 0 : sum !== undefined ? 90 : spacing * Math.sqrt(index + 0.5);
    const origin = node.at ?? (sum === undefined ? { x: 0, y: 0 } : { x: sum.x / sum.n, y: sum.y / sum.n });
    places[2 * index] = origin.x + Math.cos(angle) * away;
    places[2 * index + 1] = origin.y + Math.sin(angle) * away;
  });
  return places;
}

function read(bodies: readonly Body[]): Places {
  const places = new Float64Array(bodies.length * 2);
  bodies.forEach((body, index) => {
    places[2 * index] = body.x;
    places[2 * index + 1] = body.y;
  });
  return places;
}

/** Forces: lines pull to the length of their captions, entities push, boxes do not overlap. */
export function runForces(task: LayoutTask, progress?: (places: Places) => void): Places {
  const start = firstPlaces(task);
  const bodies: Body[] = task.nodes.map((node, index) => {
    const x = start[2 * index] ?? 0;
    const y = start[2 * index + 1] ?? 0;
    return { x, y, radius: reach(node), ...(node.fixed ? { fx: x, fy: y } : {}) };
  });
  const seen = new Set<string>();
  const links: (SimulationLinkDatum<Body> & { length: number })[] = [];
  for (const line of task.lines) {
    const key = `${Math.min(line.source, line.target)},${Math.max(line.source, line.target)}`;
    const [source, target] = [bodies[line.source], bodies[line.target]];
    if (line.source === line.target || seen.has(key) || !source || !target) continue;
    seen.add(key);
    links.push({ source, target, length: lineLength(task, line) });
  }
  const fixed = bodies.some((body) => body.fx !== undefined);
  const gravity = fixed ? 0.01 : 0.06;
  const simulation = forceSimulation(bodies)
    .randomSource(randomFrom(task.seed))
    .force(
      'link',
      forceLink(links).distance((link) => link.length),
    )
    .force('charge', forceManyBody<Body>().strength(-420).distanceMax(700))
    .force('collide', forceCollide<Body>((body) => body.radius).iterations(3))
    // The picture takes the shape of its room: what is longer is held together less.
    .force('x', forceX<Body>(0).strength(gravity * Math.min(1.6, task.height / task.width)))
    .force('y', forceY<Body>(0).strength(gravity * Math.min(1.6, task.width / task.height)))
    .alpha(fixed ? 0.3 : 1)
    .stop();
  const ticks = fixed ? 80 : ticksFor(task.nodes.length + task.lines.length);
  for (let tick = 1; tick <= ticks; tick += 1) {
    simulation.tick();
    if (tick % progressEvery === 0) progress?.(read(bodies));
  }
  return read(bodies);
}

/** d3-force, for every size. */
export const force: Layout = { name: 'force', suits: () => true, run: runForces };
