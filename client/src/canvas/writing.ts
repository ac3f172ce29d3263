import type { Point, Scene, SceneEdge } from '../state/scene.ts';
import type { Band } from './bands.ts';
import { placeCaptions } from './captions.ts';
import type { CaptionPlace } from './captions.ts';
import { track } from './geometry.ts';
import type { Track } from './geometry.ts';
import { labelBox, placeLabels, shapeBox } from './labels.ts';
import type { PlacedNode, Side } from './labels.ts';
import type { LayoutTask } from './layout/layout.ts';
import type { NodeMeasure } from './measures.ts';
import { layoutTask } from './scene-layout.ts';

/** Where everything stands that is written on the picture. */
export interface Writing {
  readonly sides: ReadonlyMap<string, Side>;
  readonly captions: ReadonlyMap<string, CaptionPlace>;
  /** Relations whose words had no room. */
  readonly withoutRoom: number;
}

export interface WritingTask {
  readonly scene: Scene;
  readonly places: ReadonlyMap<string, Point>;
  readonly measures: ReadonlyMap<string, NodeMeasure>;
  readonly bends: ReadonlyMap<string, number>;
  readonly band: Band;
  readonly before: Writing;
}

export const nothingWritten: Writing = { sides: new Map(), captions: new Map(), withoutRoom: 0 };

/** Entities that have a place, in the order of the scene. */
export function placedNodes({
  scene,
  places,
  measures,
}: Pick<WritingTask, 'scene' | 'places' | 'measures'>): PlacedNode[] {
  return scene.nodes.flatMap((node) => {
    const at = places.get(node.id);
    const measure = measures.get(node.id);
    return at === undefined || measure === undefined
      ? []
      : [{ id: node.id, at, measure, degree: node.degree }];
  });
}

function trackOf(edge: SceneEdge, nodes: ReadonlyMap<string, PlacedNode>, bend: number): Track | null {
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  if (source === undefined || target === undefined || source === target) return null;
  const end = (node: PlacedNode) => ({
    at: node.at,
    halfWidth: node.measure.width / 2,
    halfHeight: node.measure.height / 2,
  });
  return track(end(source), end(target), bend);
}

/** The placed part of the picture, as a layout sees it. */
function pictureTask(task: WritingTask, placed: ReadonlyMap<string, PlacedNode>): LayoutTask {
  const { nodes, edges } = task.scene;
  return layoutTask({
    ...task,
    scene: {
      nodes: nodes.filter((node) => placed.has(node.id)),
      edges: edges.filter((edge) => placed.has(edge.source) && placed.has(edge.target)),
    },
    fixed: () => true,
    width: 0,
    height: 0,
  });
}

/** Places labels, then captions around them. In big pictures what is written gives way to what is drawn. */
export function write(task: WritingTask): Writing {
  const nodes = placedNodes(task);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const tracks = new Map<string, Track>();
  for (const edge of task.scene.edges) {
    const found = trackOf(edge, byId, task.bends.get(edge.id) ?? 0);
    if (found !== null) tracks.set(edge.id, found);
  }
  const crowded = task.band.name !== 'full';
  const sides = crowded
    ? new Map<string, Side>()
    : placeLabels({
        picture: pictureTask(task, byId),
        ids: nodes.map((node) => node.id),
        before: task.before.sides,
      });
  const captions = placeCaptions({
    edges: task.scene.edges.filter((edge) => tracks.has(edge.id)),
    tracks,
    boxes: crowded
      ? []
      : nodes.flatMap((node) => [shapeBox(node), labelBox(node, sides.get(node.id) ?? 'below')]),
    avoid: !crowded,
  });
  const withoutRoom = [...captions.values()].filter((place) => !place.words).length;
  return { sides, captions, withoutRoom };
}
