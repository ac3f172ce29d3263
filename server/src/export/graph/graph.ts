import { StoreError } from '../../store/store-error.ts';
import type { Properties } from './value.ts';

/** A node's place in the order of the export, and what relations need to know of it. */
export interface NodeRef {
  /** Position in the order, from 0. */
  readonly rank: number;
  /** The number that the store gave it. */
  readonly number: number;
  /** Its property `id` where that is a text that no other node has; else `_` and its rank. */
  readonly id: string;
  /** What it is called; empty if nothing. */
  readonly name: string;
  readonly labels: readonly string[];
  /** How many exported relations leave it. */
  readonly relations: number;
}

export interface GraphNode {
  readonly ref: NodeRef;
  readonly properties: Properties;
}

export interface GraphRelation {
  readonly source: NodeRef;
  readonly target: NodeRef;
  readonly type: string;
  readonly properties: Properties;
}

/** The graph was read in several turns, and between them somebody changed it. */
export function changedMeanwhile(): StoreError {
  return new StoreError({
    code: 'CONFLICT',
    message: 'The graph was changed while it was exported, so the export would not be whole.',
    hint: 'Export it again.',
  });
}
