import { ApiError } from '../api/api-error.ts';
import { fetchChanges, type GraphState, nextChange } from '../api/changes.ts';
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
 * is seen again. Another graph at the same address is none of its own: then it says so and ends.
 */
export async function follow(live: Live, known: GraphState): Promise<void> {
  const { session } = live;
  const { closing, transport } = session;
  let seen = known;
  for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
    await untilSeen(closing.signal);
    const hidden = whenHidden(closing.signal);
    try {
      seen = await catchUp(live, seen);
      if (session.state.replaced) return;
      await nextChange(transport, { since: seen.last, signal: hidden.signal });
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

/** Takes in what came behind a change; gives where the graph stands now. */
async function catchUp({ session, activities }: Live, seen: GraphState): Promise<GraphState> {
  const { signal } = session.closing;
  const { changes, ...now } = await fetchChanges(session.transport, { since: seen.last, signal });
  if (seen.graphId !== null && now.graphId !== null && now.graphId !== seen.graphId) {
    session.set({ replaced: true });
    return seen;
  }
  // A history that is shorter than what was seen of it began anew.
  if (now.last !== seen.last) await activities.quietly(() => refresh(session, changes));
  return { ...now, graphId: now.graphId ?? seen.graphId };
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
