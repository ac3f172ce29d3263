import type { Log } from '../http/log.ts';

/**
 * Has the process outlive work that fails after everybody stopped waiting for it, as a field of an answer may
 * whose neighbour failed first: Node would end the process, and with it every other answer.
 */
export function logLeftAlone(log: Log): void {
  process.on('unhandledRejection', (err) => log.warn({ err }, 'Work that nobody waited for has failed'));
}
