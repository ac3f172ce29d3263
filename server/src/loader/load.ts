import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';
import { explainConstraint } from './explain-constraint.ts';
import { readLedger } from './ledger.ts';
import { BatchesError } from './load-batches.ts';
import type { LoadOptions } from './load-options.ts';
import { loadScript } from './load-script.ts';
import { prepareScripts } from './prepare-scripts.ts';
import type { Candidate } from './prepare-scripts.ts';
import { Progress } from './progress.ts';
import { rehearse } from './rehearse.ts';
import type { KeptBatches, LoadReport, ScriptReport } from './report.ts';
import { ScriptError } from './script-problem.ts';
import type { Outcome, ScriptRun } from './script-run.ts';
import type { Script } from './script.ts';

/**
 * Loads scripts in the given order, each whole or not at all, and skips those that did not change since
 * they were loaded. All are read and judged before the first is run: if one is refused then, nothing is
 * loaded; if the store or a check refuses one later, those before it stay loaded and those behind it are
 * not tried. What is wrong with scripts is told in the report; throws StoreError if the store fails.
 */
export async function loadScripts(
  store: Store,
  scripts: readonly Script[],
  options: LoadOptions,
): Promise<LoadReport> {
  const progress = new Progress(options.onProgress, scripts.length);
  const candidates = prepareScripts(scripts, options, progress);
  const runs = candidates.flatMap((candidate, index) =>
    candidate.ok ? [runOf(candidate, options, progress.of(index, candidate.script))] : [],
  );
  let reports: readonly ScriptReport[];
  if (runs.length < candidates.length) reports = candidates.map(refusal);
  else if (options.dryRun) reports = await rehearseAll(store, runs);
  else reports = await loadAll(store, runs, (report) => progress.ended(report));
  if (options.dryRun || runs.length < candidates.length) reports.forEach((report) => progress.ended(report));
  return {
    scripts: reports,
    complete: !reports.some(({ outcome }) => ['failed', 'stopped', 'skipped'].includes(outcome)),
    dryRun: options.dryRun ?? false,
  };
}

function runOf(
  { prepared }: Extract<Candidate, { ok: true }>,
  options: LoadOptions,
  progress: ScriptRun['progress'],
): ScriptRun {
  return { prepared, options, progress, loadedAt: new Date().toISOString() };
}

/** One that is refused beforehand keeps all others out as well. */
function refusal(candidate: Candidate): ScriptReport {
  const { file, path, notices } = candidate.script;
  if (candidate.ok) return { file, path, notices, outcome: 'skipped' };
  return { file, path, notices, outcome: 'failed', problems: candidate.error.problems };
}

async function loadAll(
  store: Store,
  runs: readonly ScriptRun[],
  onReport: (report: ScriptReport) => void,
): Promise<readonly ScriptReport[]> {
  const paths = runs.map(({ prepared }) => prepared.script.path);
  const known = await store.read((transaction) => readLedger(transaction, paths));
  const reports: ScriptReport[] = [];
  let ended = false;
  for (const run of runs) {
    ended ||= run.options.signal?.aborted ?? false;
    const report: ScriptReport = ended
      ? skipped(run)
      : await reportOn(store, run, known.get(run.prepared.script.path) ?? null);
    ended ||= report.outcome === 'failed' || report.outcome === 'stopped';
    reports.push(report);
    onReport(report);
  }
  return reports;
}

async function reportOn(
  store: Store,
  run: ScriptRun,
  known: Parameters<typeof loadScript>[2],
): Promise<ScriptReport> {
  try {
    return outcomeOf(run, await loadScript(store, run, known));
  } catch (error) {
    return await endOf(store, run, error);
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

function skipped({ prepared: { script } }: ScriptRun): ScriptReport {
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
