import type { Point, SceneEdge } from '../state/scene.ts';
import { boxesMeet, boxOfLine, lineMeetsBox, linesNear } from './geometry.ts';
import type { Box, Line, Track } from './geometry.ts';
import { captionText, measureCaptions } from './measures.ts';

/** What is written on a line. */
export interface CaptionPlace {
  readonly text: string;
  /** Pixels along the visible line from its start; null for its middle. */
  readonly aside: number | null;
  /** False where only the mark is drawn, because the words had no room. */
  readonly words: boolean;
}

export interface CaptionTask {
  readonly edges: readonly SceneEdge[];
  readonly tracks: ReadonlyMap<string, Track>;
  /** Shapes and labels, which captions must not cover. */
  readonly boxes: readonly Box[];
  /** Whether captions keep clear of each other and of lines; in crowded pictures only their length counts. */
  readonly avoid: boolean;
}

/** Line that must be seen beside the words, on both ends together. */
const visibleRest = 16;
/** Parts of the line at which a caption may sit, the middle first. */
const spots = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78];

/** What a caption gives up, in steps away from the middle of its line. */
const weight = {
  shortForm: 12,
  /** Only a dispute lies on a shape or a label rather than say nothing. */
  onBox: 120,
  /** Covering another line at a right angle; at a small angle it hides more of it. */
  covers: 9,
  /** Above this no words are better than words that seem to belong to another line. */
  noWords: 50,
} as const;

/** Sine of the angle below which a covered line counts as parallel. */
const flattest = 0.2;

/** A caption at one spot of its line: a straight row of letters, `half` high to each side. */
interface Candidate {
  readonly place: CaptionPlace;
  readonly row: Line;
  readonly half: number;
  readonly around: Box;
  readonly cost: number;
}

/** Half the height of a caption with its background. */
function halfHeight(edge: SceneEdge): number {
  return edge.standing === 'DISPUTED' ? 10.5 : 8;
}

function pointAt(track: Track, part: number): { at: Point; along: Point } {
  const last = track.points.length - 1;
  const index = Math.min(last - 1, Math.floor(part * last));
  const [a, b] = [track.points[index], track.points[index + 1]];
  if (a === undefined || b === undefined) return { at: { x: 0, y: 0 }, along: { x: 1, y: 0 } };
  const rest = part * last - index;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  return { at: { x: a.x + dx * rest, y: a.y + dy * rest }, along: { x: dx / length, y: dy / length } };
}

/** What the lines lose that these words cover. */
function covered(
  { row, half, around }: Pick<Candidate, 'row' | 'half' | 'around'>,
  own: string,
  task: CaptionTask,
): number {
  let cost = 0;
  for (const [id, { points, around: reach }] of task.tracks) {
    if (id === own || !boxesMeet(around, reach, 0)) continue;
    for (let at = 1; at < points.length; at += 1) {
      const [a, b] = [points[at - 1], points[at]];
      if (a === undefined || b === undefined || !linesNear(row, { a, b }, half - 2)) continue;
      const cross = (row.b.x - row.a.x) * (b.y - a.y) - (row.b.y - row.a.y) * (b.x - a.x);
      const lengths = Math.hypot(row.b.x - row.a.x, row.b.y - row.a.y) * Math.hypot(b.x - a.x, b.y - a.y);
      cost += weight.covers / Math.max(flattest, Math.abs(cross) / (lengths || 1));
      break;
    }
  }
  return cost;
}

/** All places where the words have room on their line and cover no shape and no label. */
function candidatesOf(edge: SceneEdge, track: Track, task: CaptionTask): Candidate[] {
  const half = halfHeight(edge);
  const disputed = edge.standing === 'DISPUTED';
  return measureCaptions(edge).flatMap((caption, form) =>
    spots.flatMap((part, index): Candidate[] => {
      const slack = Math.min(part, 1 - part) * track.length - caption.width / 2;
      if (caption.width + visibleRest > track.length || slack < visibleRest / 3) return [];
      const { at, along } = pointAt(track, part);
      // What is near the row lies around its ends as well, so it is shorter than the words.
      const reach = Math.max(0, (caption.width - half) / 2);
      const row = {
        a: { x: at.x - along.x * reach, y: at.y - along.y * reach },
        b: { x: at.x + along.x * reach, y: at.y + along.y * reach },
      };
      const around = boxOfLine(row, half);
      const place = { text: caption.text, aside: index === 0 ? null : part * track.length, words: true };
      const own = form * weight.shortForm + index;
      if (!task.avoid) return [{ place, row, half, around, cost: own }];
      const free = task.boxes.every(
        (box) => !boxesMeet(box, around, 0) || !lineMeetsBox(row.a, row.b, { box, gap: half }),
      );
      if (!free && !disputed) return [];
      const cost = own + covered({ row, half, around }, edge.id, task);
      // A dispute is never without words, so its costs only compare its places.
      return [{ place, row, half, around, cost: disputed ? (cost + (free ? 0 : weight.onBox)) / 10 : cost }];
    }),
  );
}

function meet(one: Candidate, other: Candidate): boolean {
  return boxesMeet(one.around, other.around, 0) && linesNear(one.row, other.row, one.half + other.half);
}

/** First right to room: disputes, then what more claims say, then what has a long line to itself. */
function rank(edge: SceneEdge, task: CaptionTask): number {
  const length = task.tracks.get(edge.id)?.length ?? 0;
  return (edge.standing === 'DISPUTED' ? 500 : 0) + edge.claimCount * 5 + Math.min(4, length / 100);
}

/** The captions of a picture while they are chosen; null where a line has no words. */
class Choice {
  readonly chosen: (Candidate | null)[];
  readonly #all: readonly (readonly Candidate[])[];
  readonly #avoid: boolean;

  /** Candidates by line, those with first right to room first. */
  constructor(all: readonly (readonly Candidate[])[], avoid: boolean) {
    this.#all = all;
    this.#avoid = avoid;
    this.chosen = all.map(() => null);
  }

  /** The cheapest candidate of a line that meets no other caption. */
  #free(at: number): Candidate | null {
    let best: Candidate | null = null;
    for (const candidate of this.#all[at] ?? []) {
      if (candidate.cost >= (best?.cost ?? weight.noWords)) continue;
      if (this.#met(at, candidate).length === 0) best = candidate;
    }
    return best;
  }

  /** Other lines whose captions this one would meet. */
  #met(at: number, candidate: Candidate): number[] {
    if (!this.#avoid) return [];
    return this.chosen.flatMap((other, index) =>
      index !== at && other !== null && meet(candidate, other) ? [index] : [],
    );
  }

  /** Takes the cheapest free place. */
  settle(at: number): void {
    this.chosen[at] = this.#free(at);
  }

  /** Finds room for a line without words where the captions that are in the way have another place. */
  makeRoom(at: number): void {
    if (this.chosen[at] !== null) return;
    for (const candidate of [...(this.#all[at] ?? [])].sort((a, b) => a.cost - b.cost)) {
      if (candidate.cost >= weight.noWords) return;
      const before = [...this.chosen];
      const inTheWay = this.#met(at, candidate);
      this.chosen[at] = candidate;
      for (const other of inTheWay) this.chosen[other] = null;
      for (const other of inTheWay) this.chosen[other] = this.#free(other);
      if (inTheWay.every((other) => this.chosen[other] !== null)) return;
      this.chosen.splice(0, before.length, ...before);
    }
  }
}

/** For every line the place of its words; null for none. */
function choose(all: readonly (readonly Candidate[])[], avoid: boolean): readonly (Candidate | null)[] {
  const choice = new Choice(all, avoid);
  const lines = [...all.keys()];
  for (const at of lines) choice.settle(at);
  for (const at of lines) choice.makeRoom(at);
  // What moved away may have freed a better place.
  for (const at of lines) choice.settle(at);
  return choice.chosen;
}

/**
 * Decides what is written on every line, and where: the long caption where it has room, else the short one, else
 * only the mark. Captions cover no shape, no label and no other caption; they avoid other lines where they can.
 */
export function placeCaptions(task: CaptionTask): ReadonlyMap<string, CaptionPlace> {
  const edges = task.edges
    .filter((edge) => !edge.ghost && task.tracks.has(edge.id))
    .sort((a, b) => rank(b, task) - rank(a, task) || (a.id < b.id ? -1 : 1));
  const all = edges.map((edge) => {
    const track = task.tracks.get(edge.id);
    return track === undefined ? [] : candidatesOf(edge, track, task);
  });
  const chosen = choose(all, task.avoid);
  return new Map(
    edges.map((edge, at) => [
      edge.id,
      chosen[at]?.place ?? { text: captionText(edge, 'mark'), aside: null, words: false },
    ]),
  );
}
