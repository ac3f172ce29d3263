import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';

import { firstPlaces, lineLength } from './first-places.ts';
import type { LayoutNode, LayoutTask, Places } from './layout.ts';
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

/** Ticks by size: small pictures are carried to rest, big ones to where the shape is clear. */
function ticksFor(elements: number): number {
  return elements <= 2500 ? 300 : 120;
}

const progressEvery = 30;

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
