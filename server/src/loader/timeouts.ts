import type { LoadOptions } from './load-options.ts';

/** Ten minutes. */
const defaultTimeoutMs = 600_000;

/** How long one script, or one batch of it, may take. Milliseconds. */
export function scriptTimeoutMs({ timeoutMs = defaultTimeoutMs }: Pick<LoadOptions, 'timeoutMs'>): number {
  return timeoutMs;
}
