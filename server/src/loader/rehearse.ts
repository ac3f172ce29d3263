import type { Store } from '../store/store.ts';
import { needsBatches } from './load-batches.ts';
import { loadInTransaction } from './script-run.ts';
import type { Outcome, ScriptRun } from './script-run.ts';
import { scriptTimeoutMs } from './timeouts.ts';

/**
 * Loads scripts one after another in a single transaction that is rolled back at the end, so that each
 * sees what those before it would make. Gives the outcomes to `onOutcome`, anew from the first if the
 * store has to repeat the transaction. Throws what the first script throws that fails.
 */
export async function rehearse(
  store: Store,
  runs: readonly ScriptRun[],
  onOutcome: (index: number, outcome: Outcome) => void,
): Promise<void> {
  const [first] = runs;
  if (!first) return;
  const { options } = first;
  await store.write(
    async (transaction) => {
      for (const [index, run] of runs.entries()) {
        options.signal?.throwIfAborted();
        const outcome = isRolledBack(run) ? await loadInTransaction(transaction, run) : judged(run);
        onOutcome(index, rehearsed(outcome, run));
      }
    },
    { rollback: true, timeoutMs: scriptTimeoutMs(options) * runs.length, signal: options.signal },
  );
}

function isRolledBack(run: ScriptRun): boolean {
  return run.prepared.data.length > 0 && !needsBatches(run);
}

function judged({ prepared }: ScriptRun): Outcome {
  const notice =
    prepared.data.length === 0
      ? 'its schema statements were judged and not run, since no store takes them back'
      : 'it was judged and not run, since it is loaded in batches, which no store takes back';
  return { outcome: 'judged', warnings: prepared.warnings, notices: [...prepared.script.notices, notice] };
}

function rehearsed(outcome: Outcome, { prepared }: ScriptRun): Outcome {
  if (outcome.outcome !== 'loaded') return outcome;
  const { schema } = prepared;
  const notices =
    schema.length === 0
      ? outcome.notices
      : [
          ...prepared.script.notices,
          `its schema statements (${schema.length}) were judged and not run, since no store takes them back`,
        ];
  return { ...outcome, notices, load: null };
}
