import { withGraph } from '../app/run-job.ts';
import type { Settings } from '../app/settings.ts';
import type { LoadReport } from '../loader/report.ts';
import type { Script } from '../loader/script.ts';
import { readCaptions } from './captions.ts';
import { startProgress, stepOfLoad } from './progress.ts';
import type { Screen } from './screen.ts';
import { permissionsOf } from './script-options.ts';
import type { ScriptOptions } from './script-options.ts';
import { showScript, showTotals } from './show-report.ts';
import { userName } from './user-name.ts';

export interface LoadCommandOptions extends ScriptOptions {
  readonly dryRun?: boolean;
  readonly all?: boolean;
  readonly progress?: boolean;
}

export interface LoadSetup {
  readonly settings: Settings;
  readonly options: LoadCommandOptions;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

/** Loads scripts and tells, as it goes, what became of each. Throws StoreError. */
export async function loadAndShow(scripts: readonly Script[], setup: LoadSetup): Promise<LoadReport> {
  const { settings, options, screen, signal } = setup;
  const { dryRun = false, strict = false, all = false, progress: log = false, param = {} } = options;
  const view = { dryRun, all, captionOf: await readCaptions() };
  if (dryRun) showDryRun(screen);
  const progress = startProgress(screen, { log });
  const allow = permissionsOf(options);
  const report = await withGraph(
    settings,
    { kind: 'load', scripts, by: userName(), dryRun, strict, parameters: param, allow },
    {
      signal,
      onProgress: (told) => {
        const step = stepOfLoad(told);
        if (step) progress.show(step);
        else if (told.kind === 'script') showScript(told.report, screen, view);
      },
    },
  );
  showTotals(report, screen);
  return report;
}

/** So that nobody takes the report for that of a load. */
export function showDryRun({ out, colors }: Screen): void {
  out(
    `${colors.bold(colors.yellow('DRY RUN'))}: everything is done and rolled back; the graph stays as it is.\n`,
  );
}
