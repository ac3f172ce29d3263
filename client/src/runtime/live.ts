import { ApiError } from '../api/api-error.ts';
import { fetchChanges, nextChange } from '../api/changes.ts';
import type { Activities } from './activities.ts';
import { type Connection, pauseUntilOnline, waitBefore } from './connection.ts';
import { pause } from './pause.ts';
import { refresh } from './refresh.ts';
import type { Session } from './session.ts';

/** Loads that follow each other within this time are told together. Milliseconds. */
const gatherMs = 300;

interface Live {
  readonly session: Session;
  readonly activities: Activities;
  readonly connection: Connection;
}

/**
 * Follows what is loaded into the graph until the explorer closes: fetches what was missed, then listens
 * for more. A page that nobody sees holds no connection, of which a browser has few; it catches up when it
 * is seen again.
 */
export async function follow(live: Live, known: number): Promise<void> {
  const { closing, transport } = live.session;
  let seen = known;
  for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
    await untilSeen(closing.signal);
    const hidden = whenHidden(closing.signal);
    try {
      seen = await catchUp(live, seen);
      await nextChange(transport, { since: seen, signal: hidden.signal });
      await pause(gatherMs, closing.signal);
      attempt = -1;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.offline) await live.connection.lost();
      else if (error.code !== 'CANCELLED') await pauseUntilOnline(waitBefore(attempt), closing.signal);
    } finally {
      hidden.stop();
    }
  }
}

/** Takes in what came behind a change; gives the number of the last. */
async function catchUp({ session, activities }: Live, seen: number): Promise<number> {
  const { signal } = session.closing;
  const { changes, last } = await fetchChanges(session.transport, { since: seen, signal });
  // A graph whose history is shorter than what was seen of it was built anew.
  if (last !== seen) await activities.quietly(() => refresh(session, changes));
  return last;
}

/** Resolves once somebody sees the page, at once where there is none. */
async function untilSeen(signal: AbortSignal): Promise<void> {
  if (typeof document === 'undefined') return;
  while (document.visibilityState === 'hidden' && !signal.aborted) {
    await new Promise<void>((resolve) => {
      document.addEventListener('visibilitychange', () => resolve(), { once: true, signal });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

/** A signal for the moment at which nobody sees the page any more. */
function whenHidden(closing: AbortSignal): { readonly signal: AbortSignal; readonly stop: () => void } {
  const hidden = new AbortController();
  const stop = new AbortController();
  if (typeof document !== 'undefined') {
    const abortIfHidden = (): void => {
      if (document.visibilityState === 'hidden') hidden.abort();
    };
    document.addEventListener('visibilitychange', abortIfHidden, { signal: stop.signal });
  }
  return { signal: AbortSignal.any([hidden.signal, closing]), stop: () => stop.abort() };
}
