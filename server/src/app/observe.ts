import type { StatementRun } from '../graphql/base/context.ts';
import { limits } from '../http/limits.ts';
import type { Log } from '../http/log.ts';
import { createMetrics, type Metrics } from '../http/metrics.ts';
import type { Observer } from '../http/observer.ts';
import { traceStatement } from '../http/tracing.ts';
import { lastLoad } from '../loader/history.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';

/** From when on a statement is worth a word. Milliseconds. */
const slowMs = 1_000;

/** Where everything goes that the server tells of its work. */
export interface Observation {
  readonly metrics: Metrics;
  readonly observer: Observer;
  readonly statement: (run: StatementRun) => void;
}

/** Counts the work of one server, and logs it: names, numbers and times, and nothing of what was asked. */
export function observeServer(store: Store, log: Log): Observation {
  const metrics = createMetrics({ lastLoad: () => numberOfLastLoad(store) });
  return {
    metrics,
    observer: {
      ...metrics,
      request: (answered) => {
        metrics.request(answered);
        log.debug({ ...answered, ms: Math.round(answered.ms) }, 'Answered');
      },
    },
    statement: (run) => {
      metrics.statement(run);
      traceStatement(run);
      const fields = { ...run, ms: Math.round(run.ms) };
      if (run.ms > slowMs) log.warn(fields, 'A statement was slow');
      else log.debug(fields, 'Statement');
    },
  };
}

/** Null where the store does not answer in time. */
async function numberOfLastLoad(store: Store): Promise<number | null> {
  try {
    return await store.read(lastLoad, { timeoutMs: limits.healthMs });
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}
