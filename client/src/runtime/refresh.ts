import { ApiError } from '../api/api-error.ts';
import { fetchArticle } from '../api/article.ts';
import { fetchArticles } from '../api/articles.ts';
import type { ChangeRecord } from '../api/changes.ts';
import type { ArticleSummary } from '../api/graph.ts';
import { fetchStatistics } from '../api/statistics.ts';
import { fetchSubgraph } from '../api/subgraph.ts';
import { fetchVocabulary } from '../api/vocabulary.ts';
import { unique } from '../lib/unique.ts';
import { refreshed } from '../state/refreshed.ts';
import type { Session } from './session.ts';

/** As many ids as one question may hold. */
const mostIds = 1_000;

/**
 * Fetches anew what the explorer shows and remembers, after the graph has changed, and says what came in.
 * Nothing moves and nothing is added to the canvas but relations among what is there.
 */
export async function refresh(session: Session, changes: readonly ChangeRecord[]): Promise<void> {
  const { transport, closing } = session;
  const { signal } = closing;
  const { investigation, entities, relations, articles: before } = session.state;
  const asked = unique([...investigation.entities, ...entities.keys()]).slice(0, mostIds);
  const [vocabulary, storeTotals, articles, slice] = await Promise.all([
    fetchVocabulary(transport, signal),
    fetchStatistics(transport, signal),
    fetchArticles(transport, signal),
    asked.length > 0 ? fetchSubgraph(transport, { seeds: asked, signal }) : null,
    refreshArticle(session),
  ]);
  session.set({ vocabulary, storeTotals, articles });
  if (slice) session.replace(refreshed({ entities, relations }, new Set(asked), slice));
  session.set({ news: [...session.state.news, ...changes.map((change) => titled(change, before))] });
}

/** An article that was taken out is called what it was called while it was there. */
function titled(change: ChangeRecord, known: readonly ArticleSummary[]): ChangeRecord {
  const gone = change.article ? undefined : known.find(({ id }) => id === change.articleId);
  return gone ? { ...change, article: { title: gone.title } } : change;
}

/** The article that is read may have another text or other claims now, or be gone. */
async function refreshArticle(session: Session): Promise<void> {
  session.articles.clear();
  const { article } = session.state;
  if (!article) return;
  try {
    const { signal } = session.closing;
    const fresh = await fetchArticle(session.transport, { id: article.id, signal });
    session.articles.set(article.id, fresh);
    const { texts } = session.state;
    session.set({
      article: fresh,
      ...(fresh.text !== null && { texts: new Map([...texts, [article.id, fresh.text]]) }),
    });
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error;
    session.set({ article: null, view: 'graph' });
  }
}
