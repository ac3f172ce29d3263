import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';
import { explainConstraint } from './explain-constraint.ts';
import { readLedger } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { BatchesError } from './load-batches.ts';
import type { LoadOptions } from './load-options.ts';
import { loadScript } from './load-script.ts';
import { prepareScripts } from './prepare-scripts.ts';
import type { Candidate } from './prepare-scripts.ts';
import { Progress } from './progress.ts';
import { rehearse } from './rehearse.ts';
import type { KeptBatches, LoadReport, ScriptReport } from './report.ts';
import { ScriptError } from './script-problem.ts';
import { unchanged } from './script-run.ts';
import type { Outcome, ScriptRun } from './script-run.ts';
import type { Script } from './script.ts';

/**
 * Loads scripts in the given order, each whole or not at all, and skips those that did not change since
 * they were loaded. All others are read and judged before the first is run: if one is refused then, nothing is
 * loaded; if the store or a check refuses one later, those before it stay loaded and those behind it are
 * not tried. What is wrong with scripts is told in the report; throws StoreError if the store fails.
 */
export async function loadScripts(
  store: Store,
  scripts: readonly Script[],
  options: LoadOptions,
): Promise<LoadReport> {
  const progress = new Progress(options.onProgress, scripts.length);
  const { dryRun = false, strict = false } = options;
  const known = dryRun ? new Map<string, LedgerEntry>() : await ledgerOf(store, scripts);
  // Strictly judged, a script that was let through before may be refused.
  const candidates = await prepareScripts(scripts, { options, progress, known: strict ? new Map() : known });
  const steps = candidates.flatMap((candidate, index): readonly Step[] => {
    if (candidate.kind === 'refused') return [];
    if (candidate.kind === 'unchanged') return [candidate];
    return [runOf(candidate, options, progress.of(index, candidate.script))];
  });
  const isRefused = candidates.some(({ kind }) => kind === 'refused');
  let reports: readonly ScriptReport[];
  if (isRefused) reports = candidates.map(refusal);
  else if (dryRun) reports = await rehearseAll(store, steps.filter(isRun));
  else
    reports = await loadAll(store, { steps, known, options, onReport: (report) => progress.ended(report) });
  if (dryRun || isRefused) reports.forEach((report) => progress.ended(report));
  return {
    scripts: reports,
    complete: !reports.some(({ outcome }) => ['failed', 'stopped', 'skipped'].includes(outcome)),
    dryRun,
  };
}

/** A script to load, or one of which nothing is left to do. */
type Step = ScriptRun | Unchanged;

type Unchanged = Extract<Candidate, { kind: 'unchanged' }>;

function isRun(step: Step): step is ScriptRun {
  return 'prepared' in step;
}

async function ledgerOf(store: Store, scripts: readonly Script[]): Promise<ReadonlyMap<string, LedgerEntry>> {
  const paths = scripts.map(({ path }) => path);
  return store.read(async (transaction) => readLedger(transaction, paths));
}

function runOf(
  { prepared }: Extract<Candidate, { kind: 'ready' }>,
  options: LoadOptions,
  progress: ScriptRun['progress'],
): ScriptRun {
  return { prepared, options, progress, vetted: new Set(), loadedAt: new Date().toISOString() };
}

/** One that is refused beforehand keeps all others out as well. */
function refusal(candidate: Candidate): ScriptReport {
  const { file, path, notices } = candidate.script;
  if (candidate.kind !== 'refused') return { file, path, notices, outcome: 'skipped' };
  return { file, path, notices, outcome: 'failed', problems: candidate.error.problems };
}

interface Loads {
  readonly steps: readonly Step[];
  readonly known: ReadonlyMap<string, LedgerEntry>;
  readonly options: LoadOptions;
  readonly onReport: (report: ScriptReport) => void;
}

async function loadAll(
  store: Store,
  { steps, known, options, onReport }: Loads,
): Promise<readonly ScriptReport[]> {
  const reports: ScriptReport[] = [];
  let ended = false;
  for (const step of steps) {
    ended ||= options.signal?.aborted ?? false;
    const report: ScriptReport = ended ? skipped(step) : await reportOn(store, step, known);
    ended ||= report.outcome === 'failed' || report.outcome === 'stopped';
    reports.push(report);
    onReport(report);
  }
  return reports;
}

async function reportOn(
  store: Store,
  step: Step,
  known: ReadonlyMap<string, LedgerEntry>,
): Promise<ScriptReport> {
  if (!isRun(step)) return standing(step);
  try {
    return outcomeOf(step, await loadScript(store, step, known.get(step.prepared.script.path) ?? null));
  } catch (error) {
    return await endOf(store, step, error);
  }
}

async function rehearseAll(store: Store, runs: readonly ScriptRun[]): Promise<readonly ScriptReport[]> {
  let outcomes: readonly Outcome[] = [];
  const told = (): ScriptReport[] =>
    outcomes.flatMap((outcome, index) => {
      const run = runs[index];
      return run ? [outcomeOf(run, outcome)] : [];
    });
  try {
    await rehearse(store, runs, (index, outcome) => {
      outcomes = [...outcomes.slice(0, index), outcome];
    });
    return told();
  } catch (error) {
    const reports = told();
    const [failing, ...rest] = runs.slice(reports.length);
    // Of a transaction that failed at its very end no script is to blame.
    if (!failing) throw error;
    return [...reports, await endOf(store, failing, error), ...rest.map(skipped)];
  }
}

function outcomeOf({ prepared }: ScriptRun, outcome: Outcome): ScriptReport {
  const { script, notices } = prepared;
  return { file: script.file, path: script.path, notices, ...outcome };
}

function standing({ script: { file, path, notices }, entry }: Unchanged): ScriptReport {
  return { file, path, notices, ...unchanged(entry) };
}

function skipped(step: Step): ScriptReport {
  const { script } = isRun(step) ? step.prepared : step;
  return { file: script.file, path: script.path, notices: script.notices, outcome: 'skipped' };
}

/** The report on a script that did not come to its end. Throws what has nothing to do with it. */
async function endOf(store: Store, { prepared, options }: ScriptRun, error: unknown): Promise<ScriptReport> {
  const { script, notices } = prepared;
  const named = { file: script.file, path: script.path, notices };
  const kept = error instanceof BatchesError ? error.kept : undefined;
  const cause = error instanceof BatchesError ? error.cause : error;
  const withKept = kept ? { kept } : {};
  if (options.signal?.aborted && cause === options.signal.reason) {
    return { ...named, outcome: 'stopped', ...withKept };
  }
  if (cause instanceof ScriptError) {
    const problems = await Promise.all(
      cause.problems.map((problem) => explainConstraint(store, problem, prepared)),
    );
    return { ...named, outcome: 'failed', problems, ...withKept };
  }
  throw kept && cause instanceof StoreError ? goOnLater(cause, kept, script) : cause;
}

function goOnLater(error: StoreError, { statements, of }: KeptBatches, { file }: Script): StoreError {
  const { code, message, hint } = error;
  const kept = `${statements} of ${of} statements of ${file} are in the graph; run the same command again to go on behind them.`;
  return new StoreError({ code, message, hint: hint ? `${hint} ${kept}` : kept, cause: error });
}
