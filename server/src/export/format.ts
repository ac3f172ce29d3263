import type { Store } from '../store/store.ts';
import type { GraphPart } from './graph/part.ts';

export interface ExportRequest {
  readonly part: GraphPart;
  /** CSV cells as they are, without the mark that keeps spreadsheets from running them as formulas. */
  readonly raw: boolean;
  /** Ends what is read from the store, and the export with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
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
