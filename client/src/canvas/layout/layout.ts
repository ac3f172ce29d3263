/** An entity as a layout sees it. Lengths are pixels at zoom 1. */
export interface LayoutNode {
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
  /** Where it is; null where it has no place yet. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** Must stay exactly where it is. */
  readonly fixed: boolean;
}

/** A line between two entities, which are given by their index. */
export interface LayoutLine {
  readonly source: number;
  readonly target: number;
  /** Distance of the control point from the straight line, across the direction from source to target. */
  readonly bend: number;
  /** Room that the caption wants along the line. */
  readonly captionWidth: number;
}

/** What is to be laid out: plain data, so that it can be sent to a worker. */
export interface LayoutTask {
  readonly nodes: readonly LayoutNode[];
  readonly lines: readonly LayoutLine[];
  /** Room for the picture at zoom 1. Its shape is kept; where it is too small the picture becomes bigger. */
  readonly width: number;
  readonly height: number;
  /** The same task with the same seed gives the same places. */
  readonly seed: number;
}

/** Places of all nodes: x of the first, y of the first, x of the second ... */
export type Places = Float64Array<ArrayBuffer>;

/** A way of laying out. Pure: no clock, no random numbers but those from the seed. */
export interface Layout {
  readonly name: string;
  /** Whether it is made for a task of this size; the first of the list that is, is taken. */
  readonly suits: (task: LayoutTask) => boolean;
  /** Reports places on the way, for pictures that take long. */
  readonly run: (task: LayoutTask, progress: (places: Places) => void) => Places;
}
