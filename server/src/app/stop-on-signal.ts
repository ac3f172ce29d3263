import type { Log } from '../http/log.ts';

/** What may take time to stop. */
export interface Stoppable {
  close(): Promise<void>;
}

/** Longest that an orderly stop may take. Milliseconds. */
const stopMs = 10_000;

/** Stops in order at the first SIGINT or SIGTERM and then ends the process; at once at the second. */
export function stopOnSignal(running: Stoppable, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping; once more to stop at once');
    const late = setTimeout(() => {
      log.error({}, `Not everything could be finished within ${stopMs / 1000} seconds`);
      process.exit(1);
    }, stopMs);
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'The store could not be closed properly');
        process.exit(1);
      },
    );
    late.unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
