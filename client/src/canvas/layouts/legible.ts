import { Board, sideCount } from './board.ts';
import { runForces } from './force.ts';
import type { Layout, LayoutTask, Places } from './layout.ts';
import { Legibility } from './legibility.ts';
import type { Room } from './legibility.ts';
import { randomFrom } from './random.ts';

/** Beyond this many elements the search takes too long, and a picture is read by zooming in anyway. */
const maxElements = 400;

/** Judgements of a move that a layout may make, over all starts: about a second of work. */
const budget = 90_000;

interface Search {
  readonly board: Board;
  readonly legibility: Legibility;
  readonly movable: readonly number[];
  readonly room: Room;
  readonly random: () => number;
}

/** A move that may be taken back. */
function propose({ board, movable, room, random }: Search, node: number, reach: number): void {
  const kind = random();
  if (kind < 0.12) {
    board.turnLabel(node, Math.floor(random() * sideCount));
  } else if (kind < 0.16) {
    board.move(node, (random() * 2 - 1) * room.halfWidth, (random() * 2 - 1) * room.halfHeight);
  } else if (kind < 0.22) {
    const other = movable[Math.floor(random() * movable.length)] ?? node;
    board.move(node, board.x[other] ?? 0, (board.y[other] ?? 0) + reach);
  } else {
    const angle = random() * 2 * Math.PI;
    const far = reach * Math.sqrt(random());
    board.move(node, (board.x[node] ?? 0) + Math.cos(angle) * far, (board.y[node] ?? 0) + Math.sin(angle) * far);
  }
}

/** Simulated annealing: moves that make the picture worse are taken less and less often. */
function anneal(search: Search, moves: number, heat: { from: number; to: number; reach: number }): void {
  const { board, legibility, movable, random } = search;
  if (movable.length === 0) return;
  for (let move = 0; move < moves; move += 1) {
    const done = move / moves;
    const temperature = heat.from * (heat.to / heat.from) ** done;
    const reach = heat.reach * (1 - done) ** 2 + 5;
    const node = movable[Math.floor(random() * movable.length)] ?? 0;
    const before = legibility.around(node);
    const [x, y, side] = [board.x[node] ?? 0, board.y[node] ?? 0, board.side[node] ?? 0];
    propose(search, node, reach);
    const worse = legibility.around(node) - before;
    if (worse > 0 && random() >= Math.exp(-worse / temperature)) {
      board.side[node] = side;
      board.move(node, x, y);
    }
  }
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
      sum +
      Math.max(2 * node.halfWidth, node.labelWidth) * (2 * node.halfHeight + node.labelHeight),
    0,
  );
  const captions = task.lines.reduce((sum, line) => sum + (line.captionWidth + 40) * 22, 0);
  const demand = (boxes * 2.2 + captions * 1.6) / (task.width * task.height);
  const scale = Math.sqrt(Math.max(1, demand));
  return { halfWidth: (task.width * scale) / 2, halfHeight: (task.height * scale) / 2 };
}

const starts = 3;

function runLegible(task: LayoutTask): Places {
  const movable = task.nodes.flatMap((node, i) => (node.fixed ? [] : [i]));
  const room = roomFor(task);
  let best: { cost: number; places: Places } | null = null;
  for (let start = 0; start < starts; start += 1) {
    const seed = task.seed + start;
    const places = fill(runForces({ ...task, seed }), room);
    const board = new Board(task, places);
    const legibility = new Legibility(board, room);
    const search = { board, legibility, movable, room, random: randomFrom(seed) };
    anneal(search, budget / starts, { from: 60, to: 1, reach: 220 });
    const cost = legibility.total();
    if (best === null || cost < best.cost) best = { cost, places: board.places() };
  }
  return best?.places ?? new Float64Array(task.nodes.length * 2);
}

/** Looks for the picture that is easiest to read. For small pictures: it judges many thousand moves. */
export const legible: Layout = {
  name: 'legible',
  suits: (task) => task.nodes.length + task.lines.length <= maxElements,
  run: runLegible,
};
