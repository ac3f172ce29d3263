import { ping } from '../api/ping.ts';
import { pause } from './pause.ts';
import type { Session } from './session.ts';

/** Longest wait between two attempts, in milliseconds. */
const longestWait = 15_000;

/** Waits of 1, 2, 4, 8 seconds and so on, 15 at most. */
export function waitBefore(attempt: number): number {
  return Math.min(1_000 * 2 ** attempt, longestWait);
}

/** Knows whether the server can be reached, and notices by itself when it can again. */
export class Connection {
  readonly #session: Session;
  #watching: Promise<void> | null = null;

  constructor(session: Session) {
    this.#session = session;
    if (typeof window === 'undefined') return;
    const { signal } = session.closing;
    window.addEventListener('offline', () => void this.lost(), { signal });
  }

  /** Says so on screen and asks the server again and again until it answers, which the caller may wait for. */
  lost(): Promise<void> {
    this.#watching ??= this.#watch().finally(() => {
      this.#watching = null;
    });
    return this.#watching;
  }

  async #watch(): Promise<void> {
    const { closing } = this.#session;
    this.#session.set({ offline: true });
    for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
      await pauseUntilOnline(waitBefore(attempt), closing.signal);
      if (await this.#answers()) break;
    }
    this.#session.set({ offline: false });
  }

  async #answers(): Promise<boolean> {
    try {
      await ping(this.#session.transport, this.#session.closing.signal);
      return true;
    } catch {
      return false;
    }
  }
}

/** Waits, but not longer than until the browser says that it is online again. */
export async function pauseUntilOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  const online = new AbortController();
  if (typeof window !== 'undefined') {
    window.addEventListener('online', () => online.abort(), { signal: online.signal });
  }
  await pause(milliseconds, AbortSignal.any([signal, online.signal]));
  online.abort();
}
