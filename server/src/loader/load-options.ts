import type { Vocabulary } from '../model/vocabulary.ts';
import type { Parameters } from '../store/values.ts';
import type { LoadProgress } from './report.ts';

/** What a script may do only because its user said so. */
export interface Permissions {
  /** DELETE, DETACH DELETE and REMOVE, as many example graphs begin with. */
  readonly delete?: boolean;
  /** LOAD CSV of files in this folder and below it: an absolute path. */
  readonly csvFolder?: string;
  /** Claims and entities that still carry `unreviewed: true`, as a draft writes them. */
  readonly unreviewed?: boolean;
}

export interface LoadOptions {
  readonly vocabulary: Vocabulary;
  /** Who loads, for the ledger. */
  readonly by: string;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Longest time for one script, or for one batch. Milliseconds; ten minutes unless said otherwise. */
  readonly timeoutMs?: number;
  /** A script that is no article's and has more statements than `above` is loaded `size` at a time. */
  readonly batches?: BatchSize;
  /**
   * Does everything and keeps nothing: all scripts run in one transaction, each seeing those before it,
   * that is rolled back. What cannot be rolled back (schema statements, batches) is judged and not run.
   */
  readonly dryRun?: boolean;
  /** Values for `$name`, beside those that the script itself gives with `:param`, which win. */
  readonly parameters?: Parameters;
  readonly allow?: Permissions;
  /** Only judges, as `check` does: what its author has still to review is then told, and not refused. */
  readonly checkOnly?: boolean;
  /** A warning refuses the script as an error does. */
  readonly strict?: boolean;
  /** Ends the work: the script that runs is rolled back (of batches the one at work), those before it stay. */
  readonly signal?: AbortSignal;
}

/** In statements on data. */
export interface BatchSize {
  readonly above: number;
  readonly size: number;
}
