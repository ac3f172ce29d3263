import type { Positions } from './scene.ts';

/** Kinds that a filter can switch off. Every list holds what is off; empty lists let everything through. */
export interface Filters {
  readonly entityTypes: readonly string[];
  readonly statuses: readonly string[];
  /** 'DISPUTED', 'ONE_ORIGIN', 'MORE_ORIGINS' or 'UNNAMED_ONLY'. */
  readonly support: readonly string[];
  /** Ids of first speakers. */
  readonly speakers: readonly string[];
}

/**
 * One step of an investigation. Steps are plain data with stable ids: replaying a list of them gives
 * the same canvas, so undo, redo, links and files all come from the list.
 */
export type Step =
  | { readonly kind: 'open-article'; readonly article: string; readonly ids: readonly string[] }
  | { readonly kind: 'add'; readonly ids: readonly string[] }
  | { readonly kind: 'expand'; readonly id: string; readonly ids: readonly string[] }
  | { readonly kind: 'collapse'; readonly id: string; readonly ids: readonly string[] }
  | { readonly kind: 'hide'; readonly ids: readonly string[] }
  | { readonly kind: 'move'; readonly positions: Positions }
  | { readonly kind: 'arrange'; readonly positions: Positions }
  | { readonly kind: 'pin'; readonly ids: readonly string[] }
  | { readonly kind: 'unpin'; readonly ids: readonly string[] }
  | { readonly kind: 'filter'; readonly filters: Filters }
  | { readonly kind: 'clear' };

export type StepKind = Step['kind'];

/** What replaying the steps gives: the investigation without the data of the graph. */
export interface Investigation {
  /** Ids of the entities on the canvas, in the order in which they came. */
  readonly entities: readonly string[];
  /** Places that the user chose, by dragging or arranging. */
  readonly positions: Positions;
  readonly pinned: readonly string[];
  readonly filters: Filters;
}
