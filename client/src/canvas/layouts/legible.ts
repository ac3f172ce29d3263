import { Board, sideCount } from '../layout/board.ts';
import { firstPlaces } from '../layout/first-places.ts';
import { runForces } from '../layout/forces.ts';
import type { Layout, LayoutTask, Places } from '../layout/layout.ts';
import { Legibility } from '../layout/legibility.ts';
import type { Room } from '../layout/legibility.ts';
import { randomFrom } from '../layout/random.ts';
import { Sketch } from '../layout/sketch.ts';

/** Beyond this many elements a search finds too little in the time it has. */
const maxElements = 600;

/** Up to here the search finds its own way; beyond, it starts from what the forces find. */
const searchUpTo = 240;

/** Now and then a sketch ends in a tangle, so the best of so many is taken. */
const sketchCount = 3;

/** Moves that are judged on each sketch, and then on the whole picture: one to two seconds for a hundred elements. */
const sketchMoves = 60_000;
const pictureMoves = 36_000;
const fullEffortUpTo = 130;

/** Moves that one node tries in a row, so that its place before them is judged only once. */
const movesInARow = 4;

/** What can be judged node by node. */
interface Judge {
  readonly x: Float64Array;
  readonly y: Float64Array;
  around(node: number): number;
}

interface Search {
  readonly movable: readonly number[];
  readonly neighbors: readonly (readonly number[])[];
  readonly room: Room;
  readonly random: () => number;
  readonly moves: number;
  /** Temperature at the start and at the end, in units of the judge. */
  readonly hot: number;
  readonly cold: number;
  /** Pixels that a node goes at most at the start. */
  readonly reach: number;
}

/** A place to try: mostly a step away, sometimes beside a neighbour or anywhere. */
function tryPlace(
  judge: Judge,
  search: Search,
  { node, reach }: { node: number; reach: number },
): [number, number] {
  const { random, room } = search;
  const kind = random();
  const angle = random() * 2 * Math.PI;
  if (kind < 0.05) {
    return [room.x + (random() * 2 - 1) * room.halfWidth, room.y + (random() * 2 - 1) * room.halfHeight];
  }
  const neighbors = search.neighbors[node] ?? [];
  const beside = kind < 0.15 ? neighbors[Math.floor(random() * neighbors.length)] : undefined;
  const from = beside ?? node;
  const far = beside === undefined ? reach * Math.sqrt(random()) : 80 + random() * 80;
  return [(judge.x[from] ?? 0) + Math.cos(angle) * far, (judge.y[from] ?? 0) + Math.sin(angle) * far];
}

/** Simulated annealing: what makes the picture worse is taken, but less and less often. */
function anneal(judge: Judge, search: Search, change: (node: number, reach: number) => () => void): void {
  const { movable, random, moves, hot, cold } = search;
  if (movable.length === 0) return;
  for (let move = 0; move < moves;) {
    const node = movable[Math.floor(random() * movable.length)] ?? 0;
    let now = judge.around(node);
    for (let attempt = 0; attempt < movesInARow && move < moves; attempt += 1, move += 1) {
      const done = move / moves;
      const undo = change(node, search.reach * (1 - done) ** 2 + 4);
      const next = judge.around(node);
      if (next <= now || random() < Math.exp((now - next) / (hot * (cold / hot) ** done))) now = next;
      else undo();
    }
  }
}

function annealSketch(sketch: Sketch, search: Search): void {
  anneal(sketch, search, (node, reach) => {
    const [x, y] = [sketch.x[node] ?? 0, sketch.y[node] ?? 0];
    const [newX, newY] = tryPlace(sketch, search, { node, reach });
    sketch.x[node] = newX;
    sketch.y[node] = newY;
    return () => {
      sketch.x[node] = x;
      sketch.y[node] = y;
    };
  });
}

function annealPicture(board: Board, legibility: Legibility, search: Search): void {
  const judge: Judge = { x: board.x, y: board.y, around: (node) => legibility.around(node) };
  anneal(judge, search, (node, reach) => {
    const [x, y, side] = [board.x[node] ?? 0, board.y[node] ?? 0, board.side[node] ?? 0];
    if (search.random() < 0.12) board.turnLabel(node, Math.floor(search.random() * sideCount));
    else board.move(node, ...tryPlace(judge, search, { node, reach }));
    return () => {
      board.side[node] = side;
      board.move(node, x, y);
    };
  });
}

/** Brings places into the middle of the room, and apart or together until they fill it. */
function fill(places: Places, room: Room): Places {
  const spread = (offset: number, half: number): ((value: number) => number) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = offset; i < places.length; i += 2) {
      low = Math.min(low, places[i] ?? 0);
      high = Math.max(high, places[i] ?? 0);
    }
    const scale = (2 * half * 0.86) / Math.max(1, high - low);
    return (value) => (value - (low + high) / 2) * scale;
  };
  const [across, down] = [spread(0, room.halfWidth), spread(1, room.halfHeight)];
  return places.map((value, i) => (i % 2 === 0 ? across(value) : down(value))) as Places;
}

/** Room in which everything can be read: the given one, made bigger in its own shape where there is too much. */
function roomFor(task: LayoutTask): Room {
  const boxes = task.nodes.reduce(
    (sum, node) =>
      sum + Math.max(2 * node.halfWidth, node.labelWidth) * (2 * node.halfHeight + node.labelHeight),
    0,
  );
  const captions = task.lines.reduce((sum, line) => sum + (line.captionWidth + 40) * 22, 0);
  const demand = (boxes * 2.0 + captions * 1.45) / (task.width * task.height);
  const scale = Math.sqrt(Math.max(1, demand));
  return { x: 0, y: 0, halfWidth: (task.width * scale) / 2, halfHeight: (task.height * scale) / 2 };
}

/** Room around entities that stay: what they cover, and a margin for what comes. */
function roomAround(task: LayoutTask): Room {
  const placed = task.nodes.flatMap((node) => (node.fixed && node.at !== null ? [node.at] : []));
  const coming = task.nodes.length - placed.length;
  const margin = 70 + 35 * Math.sqrt(coming);
  const [xs, ys] = [placed.map(({ x }) => x), placed.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - margin, Math.max(...xs) + margin];
  const [top, bottom] = [Math.min(...ys) - margin, Math.max(...ys) + margin];
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    halfWidth: (right - left) / 2,
    halfHeight: (bottom - top) / 2,
  };
}

interface Start {
  readonly places: Places;
  readonly room: Room;
  /** How freely the sketch is turned over before it settles. */
  readonly hot: number;
  readonly reach: number;
}

function startOf(task: LayoutTask): Start {
  const staying = task.nodes.filter((node) => node.fixed).length;
  // Beside their neighbours, new entities are nearly where they belong.
  if (staying > task.nodes.length / 2) {
    return { places: firstPlaces(task), room: roomAround(task), hot: 80, reach: 140 };
  }
  if (staying > 0) {
    // A few pinned ones only say where the picture is.
    const { x, y } = roomAround(task);
    return { places: firstPlaces(task), room: { ...roomFor(task), x, y }, hot: 300, reach: 400 };
  }
  const room = roomFor(task);
  return task.nodes.length + task.lines.length <= searchUpTo
    ? { places: fill(firstPlaces(task), room), room, hot: 300, reach: 400 }
    : { places: fill(runForces(task), room), room, hot: 20, reach: 60 };
}

function runLegible(task: LayoutTask): Places {
  const movable = task.nodes.flatMap((node, i) => (node.fixed ? [] : [i]));
  const neighbors: number[][] = task.nodes.map(() => []);
  for (const { source, target } of task.lines) {
    neighbors[source]?.push(target);
    neighbors[target]?.push(source);
  }
  const { places, room, hot, reach } = startOf(task);
  // A move costs as much more as the picture is bigger, and few new entities need few moves.
  const size = Math.min(1, fullEffortUpTo / (task.nodes.length + task.lines.length));
  const share = Math.min(1, (2 * movable.length) / task.nodes.length);
  const moves = (full: number): number => Math.ceil(full * size * share);
  const common = { movable, neighbors, room, random: randomFrom(task.seed) };
  const sketches = Array.from({ length: sketchCount }, () => {
    const sketch = new Sketch(task, places, room);
    annealSketch(sketch, { ...common, moves: moves(sketchMoves), hot, cold: 5, reach });
    return { sketch, cost: sketch.total() };
  });
  const { sketch } = sketches.reduce((a, b) => (b.cost < a.cost ? b : a));
  const board = new Board(task, sketch.places());
  annealPicture(board, new Legibility(board, room), {
    ...common,
    moves: moves(pictureMoves),
    hot: 40,
    cold: 1.5,
    reach: 60,
  });
  return board.places();
}

/** Looks for the picture that is easiest to read. For small pictures: it judges many thousand moves. */
export const legible: Layout = {
  name: 'legible',
  suits: (task) => task.nodes.length + task.lines.length <= maxElements,
  run: runLegible,
};
