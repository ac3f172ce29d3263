import { ApiError } from '../api/api-error.ts';
import type { Connection } from './connection.ts';
import { failureOf } from './failure.ts';
import type { Session } from './session.ts';

/** Milliseconds until it is said that something is under way, and that it is slow. */
const sayLoadingAfter = 200;
const saySlowAfter = 2_000;

export type Work = (signal: AbortSignal) => Promise<void>;

/**
 * Runs what fetches, one after another: each sees the canvas that the one before it left. It says what is
 * under way, lets the user cancel it, and puts failures on screen with a way to try again.
 */
export class Activities {
  readonly #session: Session;
  readonly #connection: Connection;
  #queue: Promise<void> = Promise.resolve();

  constructor(session: Session, connection: Connection) {
    this.#session = session;
    this.#connection = connection;
  }

  /** Resolves when the work is done, failed or cancelled; never rejects with ApiError. */
  run(label: string, work: Work): Promise<void> {
    const run = this.#queue.then(() => this.#runNow(label, work));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Runs in turn with the others, without a word. Rejects with what the work rejects with. */
  quietly(work: () => Promise<void>): Promise<void> {
    const run = this.#queue.then(work);
    this.#queue = run.catch(() => undefined);
    return run;
  }

  async #runNow(label: string, work: Work): Promise<void> {
    const session = this.#session;
    // What another graph holds has no place among what is on the canvas. The screen says so already.
    if (session.state.replaced) return;
    const cancel = new AbortController();
    const say = (phase: 'loading' | 'slow') => () =>
      session.set({ activity: { label, phase, cancel: () => cancel.abort() } });
    const timers = [setTimeout(say('loading'), sayLoadingAfter), setTimeout(say('slow'), saySlowAfter)];
    const startedAt = performance.now();
    session.set({ failure: null, truncation: [] });
    try {
      await work(AbortSignal.any([cancel.signal, session.closing.signal]));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'CANCELLED') return;
      if (error.offline) void this.#connection.lost();
      const elapsedMs = performance.now() - startedAt;
      const retry = () => void this.run(label, work);
      session.set({
        failure: failureOf({ error, activity: label, elapsedMs, retry, messages: session.messages }),
      });
    } finally {
      for (const timer of timers) clearTimeout(timer);
      session.set({ activity: null });
    }
  }
}
