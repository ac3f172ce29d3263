import type { LoadOptions } from '../loader/load-options.ts';
import { loadScripts } from '../loader/load.ts';
import type { LoadReport, ScriptReport } from '../loader/report.ts';
import type { Script } from '../loader/script.ts';
import type { Store } from '../store/store.ts';
import { readShipped } from './read-shipped.ts';
import type { Workspace } from './workspace.ts';

/**
 * Loads scripts after those of `cypher/schema`: without its constraints two loaders could make one entity
 * twice. Of schema scripts that nobody asked for, only those are told that changed something. A dry run
 * goes without them, since no store rolls a constraint back. Throws StoreError.
 */
export async function loadWithSchema(
  { store, folders }: { readonly store: Store; readonly folders: Workspace },
  asked: readonly Script[],
  options: LoadOptions,
): Promise<LoadReport> {
  const schema = options.dryRun ? [] : await readShipped(folders, ['schema']);
  const implied = schema.filter(({ path }) => !asked.some((script) => script.path === path));
  const unasked = new Set(implied.map(({ path }) => path));
  const isTold = ({ path, outcome }: ScriptReport): boolean =>
    outcome === 'loaded' || outcome === 'failed' || !unasked.has(path);
  const report = await loadScripts(store, [...implied, ...asked], {
    ...options,
    onProgress: (progress) => {
      if (progress.kind !== 'script' || isTold(progress.report)) options.onProgress?.(progress);
    },
  });
  return { ...report, scripts: report.scripts.filter(isTold) };
}
