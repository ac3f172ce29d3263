import type { SceneEdge, SceneNode } from '../state/scene.ts';
import { marks } from './style/marks.ts';
import { halfSize, shapes } from './style/shapes.ts';
import { formOf } from './style/status-forms.ts';
import { textWidth, wrapLabel } from './text-metrics.ts';
import type { Label } from './text-metrics.ts';

/** Distance between the control points of parallel lines: half of it lies between the lines at their middle. */
const bendStep = 56;

/** What an entity takes up, in pixels at zoom 1. */
export interface NodeMeasure {
  readonly half: number;
  readonly width: number;
  readonly height: number;
  readonly label: Label;
}

export function measureNode(node: SceneNode): NodeMeasure {
  const half = halfSize(node.degree);
  const shape = shapes[node.family];
  return {
    half,
    width: half * shape.width,
    height: half * shape.height,
    label: wrapLabel(node.name, node.anonymous ? 'labelOpen' : 'label'),
  };
}

export type CaptionForm = 'long' | 'short' | 'mark';

/** Text on a line: mark, words, number of claims. A disputed relation never loses its words. */
export function captionText(edge: SceneEdge, form: CaptionForm): string {
  const disputed = edge.standing === 'DISPUTED';
  const mark = disputed ? marks.dispute : formOf(edge.status).glyph;
  if (form === 'mark' && !disputed) return mark;
  const caption = form === 'long' ? edge.caption : edge.shortCaption;
  // On a dispute's chip the number stands apart, as the one thing that is not part of the sentence.
  const count = ` ${edge.claimCount}`;
  const words =
    disputed && edge.kind === 'relation' && caption.endsWith(count)
      ? `${caption.slice(0, -count.length)} |${count}`
      : caption;
  return mark === '' ? words : `${mark}\u00A0${words}`;
}

export interface CaptionMeasure {
  readonly text: string;
  readonly width: number;
}

/** The captions to try on a line, the longest first. */
export function measureCaptions(edge: SceneEdge): readonly CaptionMeasure[] {
  const strong = edge.standing === 'DISPUTED' || edge.status === 'DENIED';
  const padding = edge.standing === 'DISPUTED' ? 11 : 4;
  const texts = new Set([captionText(edge, 'long'), captionText(edge, 'short')]);
  return [...texts].map((text) => ({
    text,
    width: textWidth(text, strong ? 'captionStrong' : 'caption') + padding,
  }));
}

/**
 * How far each line's control point lies from the straight one, by edge id: 0 for a line on its own, a fan for
 * parallel ones. Measured across the direction from the end with the smaller id, so that lines that run against each
 * other do not fall together.
 */
export function bends(edges: readonly SceneEdge[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, SceneEdge[]>();
  for (const edge of edges) {
    if (edge.source === edge.target) continue;
    const key =
      edge.source < edge.target ? `${edge.source}\n${edge.target}` : `${edge.target}\n${edge.source}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [edge]);
    else pair.push(edge);
  }
  const found = new Map<string, number>();
  for (const pair of pairs.values()) {
    pair.forEach((edge, index) => {
      const distance = (index - (pair.length - 1) / 2) * bendStep;
      found.set(edge.id, edge.source < edge.target ? distance : -distance);
    });
  }
  return found;
}
