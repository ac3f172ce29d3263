import type { LayoutTask, Places } from './layout/layout.ts';

/** What the canvas sends to its worker. */
export interface LayoutOrder {
  readonly version: number;
  readonly task: LayoutTask;
}

/** What the worker sends back; `done` only with the last of an order. */
export interface LayoutReply {
  readonly version: number;
  readonly places: Places;
  readonly done: boolean;
}
