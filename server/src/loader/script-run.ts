import type { Store, Transaction } from '../store/store.ts';
import { recordLoad, nextLoad } from './history.ts';
import { isUnchanged, lockLedger, writeLedger } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { loadArticle } from './load-article.ts';
import { loadGraph } from './load-graph.ts';
import type { LoadOptions } from './load-options.ts';
import type { PreparedScript } from './prepared-script.ts';
import type { ScriptProgress } from './progress.ts';
import type { ScriptReport } from './report.ts';
import { scriptErrorOf } from './run-statements.ts';
import { ScriptError } from './script-problem.ts';

/** One script on its way into a store. */
export interface ScriptRun {
  readonly prepared: PreparedScript;
  readonly options: LoadOptions;
  readonly progress: ScriptProgress;
  /** Forms of its statements that the store has vetted. */
  readonly vetted: Set<string>;
  /** When it is loaded, for the ledger: ISO 8601. */
  readonly loadedAt: string;
}

/** What became of it, without its name. */
export type Outcome =
  | Omit<Extract<ScriptReport, { outcome: 'loaded' }>, 'file' | 'path'>
  | Pick<Extract<ScriptReport, { outcome: 'unchanged' }>, 'outcome' | 'loadedAt' | 'by'>
  | Pick<Extract<ScriptReport, { outcome: 'judged' }>, 'outcome' | 'warnings' | 'notices'>;

export function unchanged({ loadedAt, by }: LedgerEntry): Outcome {
  return { outcome: 'unchanged', loadedAt, by };
}

/**
 * Loads a script in a transaction: its statements, the checks, the ledger and the history. Throws
 * ScriptError for what is wrong with it; whoever gave the transaction rolls it back then.
 */
export async function loadInTransaction(transaction: Transaction, run: ScriptRun): Promise<Outcome> {
  const { prepared, options, progress, vetted, loadedAt } = run;
  const started = performance.now();
  const { article, script, data } = prepared;
  const [sequence, latest] = await Promise.all([nextLoad(transaction), lockLedger(transaction, script.path)]);
  // Another loader may have been faster, and this work may run again after a conflict.
  if (isUnchanged(latest, prepared)) return unchanged(latest);
  const loading = {
    transaction,
    prepared,
    vocabulary: options.vocabulary,
    rules: options,
    vetted,
    onStatement: (done: number) => progress.ran(done, data.length),
    signal: options.signal,
  };
  const loaded = article === null ? await loadGraph(loading) : await loadArticle(loading, article);
  const warnings = [...prepared.warnings, ...loaded.warnings];
  if (options.strict && warnings.length > 0) throw new ScriptError(warnings);
  const { change } = loaded;
  const { by } = options;
  const event = { sequence, at: loadedAt, by, action: 'load', path: script.path, article, change } as const;
  await Promise.all([
    writeLedger(transaction, prepared, { loadedAt, by, progress: null }),
    data.length === 0 ? null : recordLoad(transaction, event),
  ]);
  return {
    outcome: 'loaded',
    change,
    warnings,
    notices: [...prepared.notices, ...noticesOnRepeating(prepared, latest)],
    milliseconds: performance.now() - started,
    load: data.length === 0 ? null : sequence,
  };
}

/** A changed article is cleared first; of any other graph nobody knows what the earlier script made. */
export function noticesOnRepeating(
  { article, creates }: PreparedScript,
  earlier: LedgerEntry | null,
): readonly string[] {
  if (article !== null || !creates || earlier === null) return [];
  return [
    'an earlier form of it was loaded before, so what it makes with CREATE may be there twice; MERGE would not',
  ];
}

/** By themselves and first: no store takes schema and data in one transaction. Repeating them is harmless. */
export async function runSchema(store: Store, { prepared, options }: ScriptRun): Promise<void> {
  for (const statement of prepared.schema) {
    options.signal?.throwIfAborted();
    try {
      await store.schema(statement.cypher);
    } catch (error) {
      throw scriptErrorOf(error, statement, prepared);
    }
  }
}
