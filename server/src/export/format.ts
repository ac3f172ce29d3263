import type { Store } from '../store/store.ts';

/** What is exported: the whole graph, or the part of one article. */
export interface ExportRequest {
  /** Id of an article; null for everything. */
  readonly article: string | null;
  /** CSV cells as they are, without the mark that keeps spreadsheets from running them as formulas. */
  readonly raw: boolean;
}

/** One form in which the graph leaves. The list is formats.ts. */
export interface ExportFormat {
  readonly name: string;
  /** File name extension without dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What it is good for, for `--help`. */
  readonly meaning: string;
  /** The text in pieces, in a fixed order: the same graph gives the same bytes on every store. Throws StoreError. */
  write(store: Store, request: ExportRequest): AsyncIterable<string>;
}
