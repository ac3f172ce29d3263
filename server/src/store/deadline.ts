import { setMaxListeners } from 'node:events';

import { StoreError } from './store-error.ts';

interface DeadlineOptions {
  /** Makes what is thrown when the time is over; TIMEOUT unless said otherwise. */
  readonly error?: () => StoreError;
  /** Ends it at once, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The moment by which a caller gets an answer, whatever the database is doing then. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  readonly #passed: Promise<never>;
  readonly #abort: () => void;
  #past: { readonly error: unknown } | undefined;

  constructor(limitMs: number, { error = () => timeoutAfter(limitMs), signal }: DeadlineOptions = {}) {
    let reject: (error: unknown) => void = () => undefined;
    this.#passed = new Promise((_resolve, refuse) => {
      reject = refuse;
    });
    // Nobody may be racing when it passes.
    this.#passed.catch(() => undefined);
    const pass = (reason: unknown): void => {
      this.#past ??= { error: reason };
      reject(reason);
    };
    this.#timer = setTimeout(() => pass(error()), limitMs);
    this.#abort = () => pass(signal?.reason);
    this.#signal = signal;
    if (signal === undefined) return;
    // All that one answer asks for ends with one signal, which Node would take for a leak.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', this.#abort);
    if (signal.aborted) this.#abort();
  }

  get isPast(): boolean {
    return this.#past !== undefined;
  }

  /** The work's outcome, or the deadline's error if that comes first. The work itself is not stopped. */
  async race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#passed]);
  }

  /** Throws the deadline's error once it has passed. */
  check(): void {
    if (this.#past !== undefined) throw this.#past.error;
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#abort);
  }
}

function timeoutAfter(limitMs: number): StoreError {
  return new StoreError({
    code: 'TIMEOUT',
    message: `The work took longer than ${limitMs} ms and was given up; nothing of it was kept.`,
    hint: 'Ask for less at once, or allow more time.',
  });
}
