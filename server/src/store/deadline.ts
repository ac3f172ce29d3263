import { StoreError } from './store-error.ts';

/** The moment by which a caller gets an answer, whatever the database is doing then. */
export class Deadline {
  readonly #error: StoreError;
  readonly #timer: NodeJS.Timeout;
  readonly #passed: Promise<never>;
  #isPast = false;

  constructor(limitMs: number, error = timeoutAfter(limitMs)) {
    this.#error = error;
    let pass: () => void = () => undefined;
    this.#passed = new Promise((_resolve, reject) => {
      pass = () => reject(error);
    });
    // Nobody may be racing when it passes.
    this.#passed.catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.#isPast = true;
      pass();
    }, limitMs);
  }

  get isPast(): boolean {
    return this.#isPast;
  }

  /** The work's outcome, or the deadline's error if that comes first. The work itself is not stopped. */
  async race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#passed]);
  }

  /** Throws the deadline's error once it has passed. */
  check(): void {
    if (this.#isPast) throw this.#error;
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

function timeoutAfter(limitMs: number): StoreError {
  return new StoreError({
    code: 'TIMEOUT',
    message: `The work took longer than ${limitMs} ms and was given up; nothing of it was kept.`,
    hint: 'Ask for less at once, or allow more time.',
  });
}
