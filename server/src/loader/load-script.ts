import { StoreError } from '../store/store-error.ts';
import type { Store, Transaction } from '../store/store.ts';
import { isUnchanged, readLedger } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { loadInBatches, needsBatches } from './load-batches.ts';
import { loadInTransaction, runSchema, unchanged } from './script-run.ts';
import type { Outcome, ScriptRun } from './script-run.ts';
import { scriptTimeoutMs } from './timeouts.ts';

/**
 * Loads a script whole or not at all, or in batches if it is too long for one transaction. `known` is what
 * the ledger said beforehand. Throws ScriptError, StoreError, or the reason of the signal that ended it.
 */
export async function loadScript(store: Store, run: ScriptRun, known: LedgerEntry | null): Promise<Outcome> {
  const { prepared } = run;
  if (isUnchanged(known, prepared)) return unchanged(known);
  await runSchema(store, run);
  return needsBatches(run) ? loadInBatches(store, run, known) : loadWhole(store, run);
}

async function loadWhole(store: Store, run: ScriptRun): Promise<Outcome> {
  const { prepared, options, loadedAt } = run;
  const { path } = prepared.script;
  let loaded: Outcome | undefined;
  // A connection may break after the commit and before its answer: then the ledger holds this very load.
  const knownOr = (outcome: Outcome): Outcome =>
    loaded && outcome.outcome === 'unchanged' && outcome.loadedAt === loadedAt ? loaded : outcome;
  const work = async (transaction: Transaction): Promise<Outcome> => {
    const outcome = knownOr(await loadInTransaction(transaction, run));
    if (outcome.outcome === 'loaded') loaded = outcome;
    return outcome;
  };
  try {
    return await store.write(work, { timeoutMs: scriptTimeoutMs(options), signal: options.signal });
  } catch (error) {
    if (!loaded || !(error instanceof StoreError) || !error.retriable) throw error;
    const ledger = await store
      .read((transaction) => readLedger(transaction, [path]))
      .catch(() => new Map<string, LedgerEntry>());
    const entry = ledger.get(path) ?? null;
    if (!isUnchanged(entry, prepared)) throw error;
    return knownOr(unchanged(entry));
  }
}
