import type { LayoutTask, Places } from './layout.ts';
import { randomFrom } from './random.ts';

/** Length at which a line has room for its caption and both shapes. */
export function lineLength(task: LayoutTask, line: LayoutTask['lines'][number]): number {
  const ends = [task.nodes[line.source], task.nodes[line.target]];
  const shapes = ends.reduce((sum, node) => sum + (node === undefined ? 0 : node.halfWidth), 0);
  return Math.max(90, line.captionWidth + shapes + 34);
}

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
