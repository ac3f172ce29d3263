import type { GraphChange } from './report.ts';

/** What came of taking an article out of the graph. */
export interface UnloadReport {
  readonly article: string;
  readonly change: GraphChange;
  /** Number of this step in the graph's history; null in a dry run. */
  readonly load: number | null;
  readonly dryRun: boolean;
}
