import { ApiError } from '../api/api-error.ts';
import { fetchArticleText } from '../api/article-text.ts';
import { fetchArticle } from '../api/article.ts';
import type { GraphSlice, NeighborPage } from '../api/graph.ts';
import { fetchNeighbors } from '../api/neighbors.ts';
import type { Messages } from '../i18n/en.ts';
import { endsOfRelation } from '../lib/ends-of-relation.ts';
import type { Activities } from './activities.ts';
import { bring } from './bring.ts';
import { expandQuestion } from './expand-question.ts';
import type { ExpandChoice, ExplorerActions, ExplorerState } from './explorer-state.ts';
import { noSelection } from './initial-state.ts';
import { selected } from './selection.ts';
import type { Session } from './session.ts';

type FetchingActions = Pick<
  ExplorerActions,
  'openArticle' | 'add' | 'expand' | 'revealClaim' | 'readInPlace'
>;

/** What the user does that needs the server: at most two requests each. */
export function fetchingActions(session: Session, activities: Activities): FetchingActions {
  const { messages } = session;
  const words = messages.activities;

  const openArticle = (id: string) =>
    activities.run(words.openArticle(session.nameOf(id)), async (signal) => {
      void learnText(session, id);
      const { ids, truncation } = await bring(session, { seeds: [id], signal });
      if (!session.take({ kind: 'open-article', article: id, ids })) {
        session.tell(messages.steps.nothingNewFrom(session.nameOf(id)), false);
      }
      session.set({ truncation: fixed(truncation), view: 'graph' });
    });

  const add = async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !session.state.investigation.entities.includes(id));
    if (missing.length > 0) {
      await activities.run(words.add(missing.map((id) => session.nameOf(id))), async (signal) => {
        const { ids: found, truncation } = await bring(session, { seeds: missing, signal });
        if (found.length === 0) throw notInStore(missing);
        session.take({ kind: 'add', ids: found });
        session.set({ truncation: fixed(truncation) });
      });
    }
    const first = ids.find((id) => session.state.investigation.entities.includes(id));
    if (first === undefined) return;
    session.set({ selection: selected(noSelection, { target: 'entity', id: first, additive: false }) });
  };

  const expand = (id: string, choice: ExpandChoice = {}): Promise<void> =>
    activities.run(words.expand(session.nameOf(id)), async (signal) => {
      const question = { ...expandQuestion(session.state, { id, choice }), signal };
      const page = await fetchNeighbors(session.transport, question);
      const cut = cutOf(page, { messages, more: () => void expand(id, choice) });
      if (page.ids.length === 0) {
        session.tell(messages.steps.nothingNew(session.nameOf(id)), false);
        session.set({ truncation: cut });
        return;
      }
      const { ids, truncation } = await bring(session, { seeds: page.ids, signal });
      session.take({ kind: 'expand', id, ids });
      session.set({ truncation: [...cut, ...fixed(truncation)] });
    });

  const revealClaim = async (relationId: string, claimId: string) => {
    if (!isDrawn(session, relationId)) {
      await activities.run(words.revealClaim, async (signal) => {
        const { ids } = await bring(session, { seeds: endsOfRelation(relationId), signal });
        if (!session.state.relations.has(relationId)) throw notInStore([relationId]);
        session.take({ kind: 'add', ids });
      });
    }
    if (!isDrawn(session, relationId)) return;
    const claims = session.state.relations.get(relationId)?.claims ?? [];
    session.set({
      selection: selected(noSelection, { target: 'edge', id: relationId, additive: false }),
      claimIndex: Math.max(
        0,
        claims.findIndex(({ id }) => id === claimId),
      ),
    });
  };

  const readInPlace = async (articleId: string) => {
    if (!session.articles.has(articleId)) {
      await activities.run(words.readArticle(session.nameOf(articleId)), async (signal) => {
        session.articles.set(articleId, await fetchArticle(session.transport, { id: articleId, signal }));
      });
    }
    const article = session.articles.get(articleId);
    if (!article) return;
    session.set({ article, view: 'article' });
    keepText(session, { id: articleId, text: article.text });
  };

  return { openArticle, add, expand, revealClaim, readInPlace };
}

/**
 * Fetches the text of an article, so that evidence can say where a quote stands in it. Nobody waits for it, and
 * without it everything else is there: a failure is left to the next action to find.
 */
async function learnText(session: Session, id: string): Promise<void> {
  if (session.state.texts.has(id)) return;
  try {
    const text = await fetchArticleText(session.transport, { id, signal: session.closing.signal });
    keepText(session, { id, text });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

function keepText(session: Session, { id, text }: { id: string; text: string | null }): void {
  if (text !== null) session.set({ texts: new Map([...session.state.texts, [id, text]]) });
}

/** What a page of neighbours leaves out: those of later pages, and those that the filters keep back. */
function cutOf(
  { ids, totalCount, keptBack }: NeighborPage,
  { messages: { scene }, more }: { messages: Messages; more: () => void },
): ExplorerState['truncation'] {
  const orderedBy = scene.bestEvidenceFirst;
  const next = { count: Math.min(ids.length, totalCount - ids.length), fetch: more };
  return [
    { limit: scene.neighborLimit, shown: ids.length, total: totalCount, orderedBy, more: next },
    { limit: scene.neighborsSwitchedOff, shown: 0, total: keptBack, orderedBy, more: null },
  ].filter(({ shown, total }) => total > shown);
}

/** What the server leaves out for good. */
function fixed(truncation: GraphSlice['truncation']): ExplorerState['truncation'] {
  return truncation.map((each) => ({ ...each, more: null }));
}

function isDrawn(session: Session, relationId: string): boolean {
  return session.state.scene.edges.some((edge) => edge.relationIds.includes(relationId));
}

function notInStore(ids: readonly string[]): ApiError {
  return new ApiError({ code: 'NOT_FOUND', message: `The store has nothing with the id ${ids.join(', ')}.` });
}
