import type { Permissions } from '../loader/load-options.ts';
import type { LoadProgress, LoadReport } from '../loader/report.ts';
import type { Script } from '../loader/script.ts';
import type { ScriptStatus } from '../loader/status.ts';
import type { UnloadReport } from '../loader/unload.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { Parameters } from '../store/values.ts';

/**
 * Work on the graph that a command asks for. All of it is plain data, because the process that has the
 * embedded store open may be another one: then the job travels to it, and its events travel back.
 */
export type Job =
  | LoadJob
  | { readonly kind: 'unload'; readonly article: string; readonly by: string; readonly dryRun: boolean }
  | { readonly kind: 'status'; readonly scripts: readonly Script[] }
  | {
      readonly kind: 'export';
      readonly format: string;
      readonly article: string | null;
      readonly raw: boolean;
    }
  | { readonly kind: 'known-entities' };

export interface LoadJob {
  readonly kind: 'load';
  readonly scripts: readonly Script[];
  readonly by: string;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly parameters: Parameters;
  readonly allow: Permissions;
}

/** What a job tells while it runs, and what comes of it. */
export interface JobResults {
  readonly load: LoadReport;
  readonly unload: UnloadReport;
  readonly status: readonly ScriptStatus[];
  /** The text came in chunks before; how many characters there were. */
  readonly export: { readonly characters: number };
  readonly 'known-entities': readonly KnownEntity[];
}

export interface JobEvents {
  readonly onProgress?: (progress: LoadProgress) => void;
  /** A piece of exported text, in order. Waited for, so that a slow reader slows the export down. */
  readonly onText?: (text: string) => Promise<void>;
}
