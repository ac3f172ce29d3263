import { StoreError } from './store-error.ts';

/** The calls a store is working on: closing lets them finish and no new ones in. */
export class Calls {
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  /** Runs a call. Throws CLOSED once `close` was called. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) {
      throw new StoreError({ code: 'CLOSED', message: 'The store was closed.', hint: 'Open it again.' });
    }
    const call = work();
    this.#running.add(call);
    try {
      return await call;
    } finally {
      this.#running.delete(call);
    }
  }

  /** Waits for running calls, then lets go, once; closing again waits for the same. */
  async close(letGo: () => Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(letGo);
    return this.#closing;
  }
}
