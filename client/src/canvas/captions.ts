import type { Point, SceneEdge } from '../state/scene.ts';
import { boxesMeet, lineMeetsBox } from './geometry.ts';
import type { Box, Track } from './geometry.ts';
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
const visibleRest = 22;
/** Half the height of a caption with its background. */
const halfHeight = 8;
/** Parts of the line at which a caption may sit, the middle first. */
const spots = [0.5, 0.44, 0.56, 0.38, 0.62, 0.33, 0.67, 0.28, 0.72, 0.24, 0.76];

function pointAt(track: Track, part: number): { at: Point; angle: number } {
  const last = track.points.length - 1;
  const index = Math.min(last - 1, Math.floor(part * last));
  const [a, b] = [track.points[index], track.points[index + 1]];
  if (a === undefined || b === undefined) return { at: { x: 0, y: 0 }, angle: 0 };
  const rest = part * last - index;
  return {
    at: { x: a.x + (b.x - a.x) * rest, y: a.y + (b.y - a.y) * rest },
    angle: Math.atan2(b.y - a.y, b.x - a.x),
  };
}

/** A turned caption as a row of small boxes. */
function boxesAlong(center: { at: Point; angle: number }, width: number): Box[] {
  const count = Math.max(2, Math.ceil(width / 12));
  return Array.from({ length: count }, (_, index) => {
    const along = (index / (count - 1) - 0.5) * Math.max(0, width - 2 * halfHeight);
    return {
      x: center.at.x + Math.cos(center.angle) * along,
      y: center.at.y + Math.sin(center.angle) * along,
      hw: halfHeight,
      hh: halfHeight,
    };
  });
}

function crossings(parts: readonly Box[], own: string, tracks: ReadonlyMap<string, Track>): number {
  let count = 0;
  for (const [id, { points }] of tracks) {
    if (id === own) continue;
    const crosses = points.some((point, index) => {
      const next = points[index + 1];
      return next !== undefined && parts.some((box) => lineMeetsBox(point, next, { box, gap: -1 }));
    });
    if (crosses) count += 1;
  }
  return count;
}

function rank(edge: SceneEdge, task: CaptionTask): number {
  const length = task.tracks.get(edge.id)?.length ?? 0;
  return (edge.standing === 'DISPUTED' ? 500 : 0) + edge.claimCount * 5 + Math.min(4, length / 100);
}

/**
 * Decides what is written on every line, and where: the long caption where it has room, else the short one, else
 * only the mark. Captions cover no shape, no label and no other caption; they avoid other lines where they can.
 */
export function placeCaptions(task: CaptionTask): ReadonlyMap<string, CaptionPlace> {
  const places = new Map<string, CaptionPlace>();
  const taken: Box[] = [];
  const free = (box: Box): boolean =>
    !task.avoid ||
    (!task.boxes.some((other) => boxesMeet(box, other, 1)) &&
      !taken.some((other) => boxesMeet(box, other, 0)));
  const order = [...task.edges].sort((a, b) => rank(b, task) - rank(a, task) || (a.id < b.id ? -1 : 1));
  for (const edge of order) {
    const track = task.tracks.get(edge.id);
    if (track === undefined || edge.ghost) continue;
    const captions = measureCaptions(edge);
    let best: { cost: number; place: CaptionPlace; parts: Box[] } | null = null;
    captions.forEach((caption, form) => {
      if (caption.width + visibleRest > track.length) return;
      for (const [index, part] of spots.entries()) {
        const slack = Math.min(part, 1 - part) * track.length;
        if (slack < caption.width / 2 + visibleRest / 3) continue;
        const parts = boxesAlong(pointAt(track, part), caption.width);
        if (!parts.every(free)) continue;
        // A caption that interrupts another line is still read, but one that stands free is better, even if short.
        const crossed = task.avoid ? crossings(parts, edge.id, task.tracks) : 0;
        const cost = crossed * 10 + form * 12 + index;
        if (best !== null && best.cost <= cost) continue;
        const aside = index === 0 ? null : part * track.length;
        best = { cost, place: { text: caption.text, aside, words: true }, parts };
      }
    });
    const found = best as { place: CaptionPlace; parts: Box[] } | null;
    if (found !== null) {
      places.set(edge.id, found.place);
      taken.push(...found.parts);
    } else {
      places.set(edge.id, { text: captionText(edge, 'mark'), aside: null, words: false });
    }
  }
  return places;
}
