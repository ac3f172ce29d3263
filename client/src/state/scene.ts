import type { ClaimStatus, Family, Standing } from '../api/graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where entities are, by id. Units are canvas units: one pixel at zoom 1. */
export type Positions = Readonly<Record<string, Point>>;

/** One entity as the canvas draws it. */
export interface SceneNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The type in words, such as "unnamed source". */
  readonly typeLabel: string;
  readonly family: Family;
  readonly icon: string;
  /** Drawn open with a dashed border and an italic label. */
  readonly anonymous: boolean;
  /** Relations that are drawn. */
  readonly degree: number;
  /** Neighbours in the store that are not on the canvas; 0 draws no pill. */
  readonly hiddenNeighbors: number;
  readonly pinned: boolean;
  /** Switched off by a filter: stays in its place, greyed. */
  readonly ghost: boolean;
}

/** One line: a relation, or five and more kinds between the same two ends in one bundle. */
export interface SceneEdge {
  /** The relation's id; for a bundle `bundle:<a>~<b>`. */
  readonly id: string;
  readonly kind: 'relation' | 'bundle';
  readonly relationIds: readonly string[];
  readonly source: string;
  readonly target: string;
  /** In plain words, read from source to target, with the count behind. The canvas puts the mark in front. */
  readonly caption: string;
  /** Used where the line has no room for the caption. */
  readonly shortCaption: string;
  /** The strongest status decides the form of the line; null where the data holds none. */
  readonly status: ClaimStatus | null;
  readonly standing: Standing;
  /** Claims left by the filters. */
  readonly claimCount: number;
  readonly originCount: number;
  readonly symmetric: boolean;
  readonly ghost: boolean;
}

/** What is on the canvas and in the outline, in a fixed order (nodes by id, edges by id). */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}
