import type { Point, Scene, SceneEdge, SceneNode } from '../state/scene.ts';
import { tokens } from '../ui/tokens.ts';
import type { ThemeName } from '../ui/tokens.ts';
import type { Band } from './bands.ts';
import type { CanvasSelection } from './canvas-props.ts';
import type { CaptionPlace } from './captions.ts';
import type { Side } from './labels.ts';
import { captionText } from './measures.ts';
import type { NodeMeasure } from './measures.ts';
import type { ShownLabels } from './shown-labels.ts';
import { imageHalfSize, nodeImage } from './style/node-image.ts';
import { shapes } from './style/shapes.ts';
import { formOf } from './style/status-forms.ts';
import { statusClass } from './style/stylesheet.ts';

/** One element that the pointer or the keyboard is on. */
export interface Target {
  readonly kind: 'entity' | 'edge';
  readonly id: string;
}

/** Everything that decides how the picture looks. */
export interface Picture {
  readonly scene: Scene;
  readonly theme: ThemeName;
  readonly band: Band;
  readonly selection: CanvasSelection;
  readonly hovered: Target | null;
  readonly focused: Target | null;
  readonly places: ReadonlyMap<string, Point>;
  readonly measures: ReadonlyMap<string, NodeMeasure>;
  readonly sides: ReadonlyMap<string, Side>;
  readonly bends: ReadonlyMap<string, number>;
  readonly captions: ReadonlyMap<string, CaptionPlace>;
  readonly labels: ShownLabels;
  /** Whether the view is near enough for what a crowded picture leaves out. */
  readonly closeUp: boolean;
}

/** One element as the drawing library takes it: flat data and a list of classes. */
export interface Look {
  readonly group: 'nodes' | 'edges';
  readonly data: Readonly<Record<string, string | number>>;
  readonly classes: string;
  readonly at: Point | null;
}

function classList(flags: Readonly<Record<string, boolean>>): string {
  return Object.keys(flags)
    .filter((name) => flags[name])
    .join(' ');
}

/** Ends of the relation that is shown in the panel. */
function endsShown(picture: Picture): ReadonlySet<string> {
  const { primary } = picture.selection;
  if (primary?.kind !== 'edge') return new Set();
  const edge = picture.scene.edges.find((candidate) => candidate.id === primary.id);
  return new Set(edge === undefined ? [] : [edge.source, edge.target]);
}

function isTarget(target: Target | null, kind: Target['kind'], id: string): boolean {
  return target !== null && target.kind === kind && target.id === id;
}

/** Wraps a name so that its own direction does not turn what stands beside it. */
function isolate(line: string): string {
  return `\u2068${line}\u2069`;
}

function nodeLook(node: SceneNode, picture: Picture, ends: ReadonlySet<string>): Look {
  const { color, family } = tokens[picture.theme];
  const { primary, entities } = picture.selection;
  const measure = picture.measures.get(node.id);
  const half = measure?.half ?? 15;
  const shape = shapes[node.family];
  const iconColor = node.ghost ? color.ink3 : node.anonymous ? family[node.family].fill : color.onNode;
  const hidden = node.ghost ? 0 : node.hiddenNeighbors;
  const shown = primary?.kind === 'entity' && primary.id === node.id;
  const labelled = picture.labels.ids === null || picture.labels.ids.has(node.id);
  return {
    group: 'nodes',
    data: {
      id: node.id,
      width: measure?.width ?? 0,
      height: measure?.height ?? 0,
      corner: half * shape.cornerRadius,
      label: labelled ? (measure?.label.lines.map(isolate).join('\n') ?? '') : '',
      labelSize: picture.labels.size,
      imageSize: 2 * imageHalfSize({ halfSize: half, hidden }),
      image: picture.band.icons
        ? nodeImage({
            icon: node.icon,
            iconColor,
            iconSize: half * shape.icon,
            halfSize: half,
            hidden,
            pinned: node.pinned,
            ink: color.ink,
            surface: color.surface,
            control: color.control,
          })
        : 'none',
    },
    classes: classList({
      [node.family]: true,
      open: node.anonymous,
      ghost: node.ghost,
      [`label-${picture.sides.get(node.id) ?? 'below'}`]: true,
      hovered: isTarget(picture.hovered, 'entity', node.id),
      named: picture.labels.ids !== null && labelled,
      shown,
      end: ends.has(node.id),
      'also-selected': !shown && entities.includes(node.id),
      focused: isTarget(picture.focused, 'entity', node.id),
      unplaced: !picture.places.has(node.id),
    }),
    at: picture.places.get(node.id) ?? null,
  };
}

/** Whether a line steps back because something else is selected. */
function rests(edge: SceneEdge, picture: Picture): boolean {
  const { primary } = picture.selection;
  if (primary === null || edge.standing === 'DISPUTED') return false;
  const near = (target: Target): boolean =>
    target.kind === 'edge' ? target.id === edge.id : target.id === edge.source || target.id === edge.target;
  return !near(primary) && !(picture.hovered !== null && near(picture.hovered));
}

/** What is written on a line now. A line that the user is on says its words even where they have no room. */
function captionOf(edge: SceneEdge, picture: Picture, near: boolean): CaptionPlace | undefined {
  const { band, closeUp } = picture;
  const all = band.captions || (band.name === 'reduced' && closeUp);
  if (edge.ghost || !(all || near || edge.standing === 'DISPUTED')) return undefined;
  const place = picture.captions.get(edge.id);
  const { primary } = picture.selection;
  const pointed =
    isTarget(picture.hovered, 'edge', edge.id) ||
    isTarget(picture.focused, 'edge', edge.id) ||
    isTarget(primary, 'edge', edge.id);
  return pointed && place?.words !== true
    ? { text: captionText(edge, 'long'), aside: null, words: true }
    : place;
}

function edgeLook(edge: SceneEdge, picture: Picture): Look {
  const { primary, edges, entities } = picture.selection;
  const shown = primary?.kind === 'edge' && primary.id === edge.id;
  const alsoSelected = !shown && edges.includes(edge.id);
  const hovered =
    isTarget(picture.hovered, 'edge', edge.id) ||
    isTarget(picture.hovered, 'entity', edge.source) ||
    isTarget(picture.hovered, 'entity', edge.target);
  const near =
    shown || alsoSelected || hovered || entities.includes(edge.source) || entities.includes(edge.target);
  const caption = captionOf(edge, picture, near);
  const form = formOf(edge.status);
  const corroborated = edge.originCount >= 2;
  return {
    group: 'edges',
    data: {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      bend: picture.bends.get(edge.id) ?? 0,
      text: caption?.text ?? '',
      aside: caption?.aside ?? 0,
      widthShown: (corroborated ? form.widthCorroborated : form.width) + 0.5,
    },
    classes: classList({
      [statusClass(edge.status)]: true,
      corroborated,
      symmetric: edge.symmetric,
      captioned: caption !== undefined && caption.aside === null,
      'captioned-aside': caption !== undefined && caption.aside !== null,
      disputed: edge.standing === 'DISPUTED' && !edge.ghost,
      rest: rests(edge, picture),
      ghost: edge.ghost,
      hovered: isTarget(picture.hovered, 'edge', edge.id),
      'also-selected': alsoSelected,
      shown,
      focused: isTarget(picture.focused, 'edge', edge.id),
      straight: picture.band.plainLines && edge.source !== edge.target,
      untouchable: picture.band.plainLines && !picture.closeUp,
      unplaced: !picture.places.has(edge.source) || !picture.places.has(edge.target),
    }),
    at: null,
  };
}

/** How every element looks: entities first, because a line needs both its ends. */
export function looksOf(picture: Picture): ReadonlyMap<string, Look> {
  const ends = endsShown(picture);
  const looks = new Map<string, Look>();
  for (const node of picture.scene.nodes) looks.set(node.id, nodeLook(node, picture, ends));
  for (const edge of picture.scene.edges) {
    if (looks.has(edge.source) && looks.has(edge.target)) looks.set(edge.id, edgeLook(edge, picture));
  }
  return looks;
}
