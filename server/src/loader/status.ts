/** How a script stands to the graph. */
export type ScriptState = 'loaded' | 'changed' | 'new' | 'missing' | 'loading';

export interface ScriptStatus {
  /** What the ledger knows it by. */
  readonly path: string;
  /**
   * `loaded`: the graph holds this very text; `changed`: it holds another; `new`: it was never loaded;
   * `missing`: it was loaded and its file is gone; `loading`: a load in batches stopped half-way.
   */
  readonly state: ScriptState;
  readonly article: string | null;
  /** ISO 8601, and by whom; null for a new one. */
  readonly loadedAt: string | null;
  readonly by: string | null;
  readonly statements: number | null;
}
