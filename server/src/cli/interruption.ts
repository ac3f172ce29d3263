import { exitCodes } from './exit-code.ts';

/**
 * Ctrl-C as a signal for work that ends in order: the transaction that runs is rolled back. A second
 * Ctrl-C ends the process at once, which rolls back as well.
 */
export function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    controller.abort();
  });
  return controller.signal;
}
