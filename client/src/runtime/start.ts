import { ApiError } from '../api/api-error.ts';
import { fetchArticles } from '../api/articles.ts';
import { fetchGraphState, type GraphState } from '../api/changes.ts';
import { fetchStatistics } from '../api/statistics.ts';
import { fetchVocabulary } from '../api/vocabulary.ts';
import { pauseUntilOnline, waitBefore } from './connection.ts';
import type { ExplorerActions } from './explorer-state.ts';
import { failureOf } from './failure.ts';
import type { Session } from './session.ts';

/**
 * Fetches what every screen needs, again and again until the server answers, then opens the latest article.
 * Gives where the graph stood before.
 */
export async function start(
  session: Session,
  openArticle: ExplorerActions['openArticle'],
): Promise<GraphState> {
  const { signal } = session.closing;
  let known: GraphState | null = null;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const retry = new AbortController();
    known = await fetchBasics(session, () => retry.abort());
    if (known !== null) break;
    session.set({ phase: 'unreachable' });
    await pauseUntilOnline(waitBefore(attempt), AbortSignal.any([signal, retry.signal]));
  }
  if (known === null || signal.aborted) return { graphId: null, last: 0 };
  const [latest] = session.state.articles;
  if (latest) await openArticle(latest.id);
  // Nobody asked for the first picture, so there is nothing to tell about it.
  session.set({ phase: 'ready', toast: null });
  return known;
}

/** Null when the server did not answer. */
async function fetchBasics(session: Session, retry: () => void): Promise<GraphState | null> {
  const { transport, messages } = session;
  const { signal } = session.closing;
  const startedAt = performance.now();
  try {
    // First: what is loaded while the others are on their way is then taken in again, not missed.
    const known = await fetchGraphState(transport, signal);
    const [vocabulary, storeTotals, articles] = await Promise.all([
      fetchVocabulary(transport, signal),
      fetchStatistics(transport, signal),
      fetchArticles(transport, signal),
    ]);
    session.set({ vocabulary, storeTotals, articles, failure: null });
    return known;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'CANCELLED') return null;
    const elapsedMs = performance.now() - startedAt;
    const activity = messages.activities.start;
    session.set({ failure: failureOf({ error, activity, elapsedMs, retry, messages }) });
    return null;
  }
}
