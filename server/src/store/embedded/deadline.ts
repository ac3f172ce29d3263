import { StoreError } from '../store-error.ts';

/** The moment by which a caller gets an answer, whatever the engine is doing then. */
export class Deadline {
  readonly #limitMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #passed: Promise<never>;
  #isPast = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    const { promise, reject } = deferred();
    this.#passed = promise;
    this.#passed.catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.#isPast = true;
      reject(this.error());
    }, limitMs);
  }

  get isPast(): boolean {
    return this.#isPast;
  }

  /** The work's outcome, or TIMEOUT if that comes first. The work itself is not stopped. */
  async race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#passed]);
  }

  error(): StoreError {
    return new StoreError({
      code: 'TIMEOUT',
      message: `The work took longer than ${this.#limitMs} ms and was given up; nothing of it was kept.`,
      hint: 'Ask for less at once, or allow more time.',
    });
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

function deferred(): { promise: Promise<never>; reject: (error: StoreError) => void } {
  let reject: (error: StoreError) => void = () => undefined;
  const promise = new Promise<never>((_resolve, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}
