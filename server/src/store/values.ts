/** A value as it leaves a store: plain data, the same for every store. Integers beyond 2^53 are bigints, temporal and spatial values are ISO or WKT strings. */
export type StoreValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly StoreValue[]
  | StoreMap
  | StoreNode
  | StoreRelationship
  | StorePath;

export interface StoreMap {
  readonly [key: string]: StoreValue;
}

/** A value as it enters a store. Whole numbers are sent as integers. */
export type ParameterValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly ParameterValue[]
  | { readonly [key: string]: ParameterValue };

export type Parameters = Readonly<Record<string, ParameterValue>>;

export interface StoreNode {
  readonly kind: 'node';
  /** Stable within one store only: an id for others just where a node has none of its own. */
  readonly elementId: string;
  readonly labels: readonly string[];
  readonly properties: StoreMap;
}

export interface StoreRelationship {
  readonly kind: 'relationship';
  readonly elementId: string;
  readonly type: string;
  readonly startElementId: string;
  readonly endElementId: string;
  readonly properties: StoreMap;
}

export interface StorePath {
  readonly kind: 'path';
  readonly nodes: readonly StoreNode[];
  readonly relationships: readonly StoreRelationship[];
}

/** One row: column name to value. Has no prototype, so that a column may have any name. */
export type Row = StoreMap;
