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
  /** Longest time for one script. Milliseconds; ten minutes unless said otherwise. */
  readonly timeoutMs?: number;
  /** Does everything and keeps nothing: each script runs in a transaction that is rolled back. */
  readonly dryRun?: boolean;
  /** Values for `$name`, beside those that the script itself gives with `:param`, which win. */
  readonly parameters?: Parameters;
  readonly allow?: Permissions;
  /** Only judges, as `check` does: what its author has still to review is then told, and not refused. */
  readonly checkOnly?: boolean;
  /** A warning refuses the script as an error does. */
  readonly strict?: boolean;
  /** Ends the work: the script that runs is rolled back, those before it stay. */
  readonly signal?: AbortSignal;
}
