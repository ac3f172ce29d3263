import type { ArticleId } from '../model/ids.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store, Transaction } from '../store/store.ts';
import { isUnchanged, lockLedger, readEntry, writeLedger } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { loadArticle } from './load-article.ts';
import { loadGraph } from './load-graph.ts';
import type { LoadOptions } from './load-options.ts';
import type { LoadedScript } from './loading.ts';
import { prepareScript } from './prepare-script.ts';
import type { PreparedScript } from './prepare-script.ts';
import type { LoadProgress, LoadReport, ScriptReport } from './report.ts';
import { scriptErrorOf } from './run-statements.ts';
import { ScriptError, problemWithFile } from './script-problem.ts';
import type { Script } from './script.ts';

const defaultTimeoutMs = 600_000;

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
  const prepared = refuseDoubles(scripts.map(prepare));
  const refused = prepared.some(({ ok }) => !ok);
  const reports: ScriptReport[] = [];
  let stopped = refused;
  for (const [index, script] of prepared.entries()) {
    const report = await reportOn(script, {
      store,
      options,
      stopped,
      script: index + 1,
      scripts: scripts.length,
    });
    if (report.outcome === 'failed') stopped = true;
    reports.push(report);
    options.onProgress?.({ kind: 'script', report });
  }
  return { scripts: reports, complete: !stopped, dryRun: options.dryRun ?? false };
}

type Prepared =
  | { readonly ok: true; readonly prepared: PreparedScript; readonly script: Script }
  | { readonly ok: false; readonly error: ScriptError; readonly script: Script };

function prepare(script: Script): Prepared {
  try {
    return { ok: true, prepared: prepareScript(script), script };
  } catch (error) {
    if (error instanceof ScriptError) return { ok: false, error, script };
    throw error;
  }
}

/** Of two scripts of one article, each would undo what the other loaded, at every load again. */
function refuseDoubles(candidates: readonly Prepared[]): readonly Prepared[] {
  const first = new Map<ArticleId, string>();
  return candidates.map((candidate) => {
    const article = candidate.ok ? candidate.prepared.article : null;
    if (article === null) return candidate;
    const { script } = candidate;
    const other = first.get(article);
    if (other === undefined) {
      first.set(article, script.file);
      return candidate;
    }
    const problem = problemWithFile(script.file, {
      code: 'ARTICLE',
      message: `It is a script of the article "${article}", and so is ${other}.`,
      hint: 'Keep one of the two, or give the other the name of an article of its own.',
    });
    return { ok: false, error: new ScriptError([problem]), script };
  });
}

interface Run {
  readonly store: Store;
  readonly options: LoadOptions;
  readonly stopped: boolean;
  /** Position of the script, from 1, and how many there are. */
  readonly script: number;
  readonly scripts: number;
}

async function reportOn(candidate: Prepared, run: Run): Promise<ScriptReport> {
  const { file, path, notices } = candidate.script;
  if (!candidate.ok) return { file, path, notices, outcome: 'failed', problems: candidate.error.problems };
  if (run.stopped) return { file, path, notices, outcome: 'skipped' };
  try {
    return { file, path, notices: candidate.prepared.notices, ...(await loadOne(candidate.prepared, run)) };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    return { file, path, notices: candidate.prepared.notices, outcome: 'failed', problems: error.problems };
  }
}

type Outcome =
  | Omit<Extract<ScriptReport, { outcome: 'loaded' }>, 'file' | 'path'>
  | Pick<Extract<ScriptReport, { outcome: 'unchanged' }>, 'outcome' | 'loadedAt' | 'by'>;

async function loadOne(prepared: PreparedScript, run: Run): Promise<Outcome> {
  const { store, options } = run;
  const { path } = prepared.script;
  const started = performance.now();
  const entry = await store.read((transaction) => readEntry(transaction, path));
  if (isUnchanged(entry, prepared)) return unchanged(entry);
  await runSchema(store, prepared);

  const loadedAt = new Date().toISOString();
  let loaded: Outcome | undefined;
  // A connection may break after the commit and before its answer: then the ledger holds this very load.
  const outcomeOf = (known: LedgerEntry): Outcome =>
    loaded && known.loadedAt === loadedAt ? loaded : unchanged(known);
  const work = async (transaction: Transaction): Promise<Outcome> => {
    // Another loader may have been faster, and this work may run again after a conflict.
    const latest = await lockLedger(transaction, path);
    if (isUnchanged(latest, prepared)) return outcomeOf(latest);
    const result = await loadInto(transaction, prepared, run);
    await writeLedger(transaction, prepared, { loadedAt, by: options.by });
    const notices = [...prepared.notices, ...(latest ? noticesOnRepeating(prepared) : [])];
    loaded = { outcome: 'loaded', ...result, notices, milliseconds: performance.now() - started, load: null };
    return loaded;
  };
  try {
    return await store.write(work, { timeoutMs: options.timeoutMs ?? defaultTimeoutMs });
  } catch (error) {
    if (!loaded || !(error instanceof StoreError) || !error.retriable) throw error;
    const known = await store.read((transaction) => readEntry(transaction, path)).catch(() => null);
    if (!isUnchanged(known, prepared)) throw error;
    return outcomeOf(known);
  }
}

/** A changed article is cleared first; of any other graph nobody knows what the earlier script made. */
function noticesOnRepeating({ article, data, script }: PreparedScript): readonly string[] {
  const creates = data.some(({ tokens }) =>
    tokens.some(({ start, end }) => isCreate(script.text, start, end)),
  );
  if (article !== null || !creates) return [];
  return [
    'an earlier form of it was loaded before, so what it makes with CREATE may be there twice; MERGE would not',
  ];
}

function isCreate(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end).toUpperCase() === 'CREATE' &&
    !/\bON\s+$/i.test(text.slice(Math.max(0, start - 10), start))
  );
}

function unchanged({ loadedAt, by }: LedgerEntry): Outcome {
  return { outcome: 'unchanged', loadedAt, by };
}

/** By themselves and first: no store takes schema and data in one transaction. Repeating them is harmless. */
async function runSchema(store: Store, prepared: PreparedScript): Promise<void> {
  for (const statement of prepared.schema) {
    try {
      await store.schema(statement.cypher);
    } catch (error) {
      throw scriptErrorOf(error, statement, prepared);
    }
  }
}

async function loadInto(transaction: Transaction, prepared: PreparedScript, run: Run): Promise<LoadedScript> {
  const { options, script, scripts } = run;
  const { file } = prepared.script;
  const statements = prepared.data.length;
  const onStatement = (statement: number): void =>
    options.onProgress?.({ kind: 'statement', file, script, scripts, statement, statements });
  const loading = { transaction, prepared, vocabulary: options.vocabulary, rules: options, onStatement };
  const { article } = prepared;
  return article === null ? loadGraph(loading) : loadArticle(loading, article);
}
