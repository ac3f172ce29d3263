import type { Permissions } from '../loader/load-options.ts';
import type { LoadProgress, LoadReport } from '../loader/report.ts';
import type { Script } from '../loader/script.ts';
import type { ScriptStatus } from '../loader/status.ts';
import type { UnloadReport } from '../loader/unload.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { Parameters } from '../store/values.ts';

/** What each kind of job is told. */
interface JobContents {
  readonly load: {
    readonly scripts: readonly Script[];
    readonly by: string;
    readonly dryRun: boolean;
    readonly strict: boolean;
    readonly parameters: Parameters;
    readonly allow: Permissions;
  };
  readonly unload: { readonly article: string; readonly by: string; readonly dryRun: boolean };
  readonly status: { readonly scripts: readonly Script[] };
  readonly export: { readonly format: string; readonly article: string | null; readonly raw: boolean };
  readonly 'known-entities': object;
}

/** What comes of each kind of job. */
export interface JobResults {
  readonly load: LoadReport;
  readonly unload: UnloadReport;
  readonly status: readonly ScriptStatus[];
  /** The text came in pieces before; how many characters there were. */
  readonly export: { readonly characters: number };
  readonly 'known-entities': readonly KnownEntity[];
}

export type JobKind = keyof JobContents;

/**
 * Work on the graph that a command asks for. All of it is plain data, because the process that has the
 * embedded store open may be another one: then the job travels to it, and its events travel back.
 */
export type Job<K extends JobKind = JobKind> = {
  [Kind in K]: { readonly kind: Kind } & JobContents[Kind];
}[K];

export interface JobEvents {
  readonly onProgress?: (progress: LoadProgress) => void;
  /** A piece of exported text, in order. Waited for, so that a slow reader slows the export down. */
  readonly onText?: (text: string) => Promise<void>;
  /** Ends the work: what runs is rolled back, what a load did before stays. */
  readonly signal?: AbortSignal;
}
