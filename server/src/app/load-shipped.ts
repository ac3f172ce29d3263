import { loadScripts } from '../loader/load.ts';
import type { LoadReport } from '../loader/report.ts';
import { ScriptError } from '../loader/script-problem.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { Store } from '../store/store.ts';
import { readShipped } from './read-shipped.ts';
import type { Workspace } from './workspace.ts';

export interface LoadShippedOptions {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  readonly folders: Workspace;
  readonly signal?: AbortSignal;
}

/**
 * Brings a store up to date with the scripts in `cypher/`: schema first, then articles. A script that is
 * refused is told in the report, and whatever was loaded before stays. Throws StoreError.
 */
export async function loadShipped(options: LoadShippedOptions): Promise<LoadReport> {
  const { store, vocabulary, folders, signal } = options;
  try {
    const scripts = await readShipped(folders);
    return await loadScripts(store, scripts, { vocabulary, by: 'server', ...(signal && { signal }) });
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    return { complete: false, dryRun: false, scripts: error.problems.map(unread) };
  }
}

function unread(problem: ScriptError['problems'][number]): LoadReport['scripts'][number] {
  return { outcome: 'failed', file: problem.file, path: problem.file, notices: [], problems: [problem] };
}
