import { ApiError } from '../api/api-error.ts';
import { fetchArticle } from '../api/article.ts';
import type { NeighborPage, Truncation } from '../api/graph.ts';
import { fetchNeighbors } from '../api/neighbors.ts';
import type { Messages } from '../i18n/en.ts';
import type { Activities } from './activities.ts';
import { bring } from './bring.ts';
import { expandQuestion } from './expand-question.ts';
import type { ExpandChoice, ExplorerActions } from './explorer-state.ts';
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
      const { ids, truncation } = await bring(session, { seeds: [id], signal });
      if (!session.take({ kind: 'open-article', article: id, ids })) {
        session.tell(messages.steps.nothingNewFrom(session.nameOf(id)), false);
      }
      session.set({ truncation, view: 'graph' });
    });

  const add = async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !session.state.investigation.entities.includes(id));
    if (missing.length > 0) {
      await activities.run(words.add(missing.map((id) => session.nameOf(id))), async (signal) => {
        const { ids: found, truncation } = await bring(session, { seeds: missing, signal });
        if (found.length === 0) throw notInStore(missing);
        session.take({ kind: 'add', ids: found });
        session.set({ truncation });
      });
    }
    const first = ids.find((id) => session.state.investigation.entities.includes(id));
    if (first === undefined) return;
    session.set({ selection: selected(noSelection, { target: 'entity', id: first, additive: false }) });
  };

  const expand = (id: string, choice: ExpandChoice = {}) =>
    activities.run(words.expand(session.nameOf(id)), async (signal) => {
      const question = { ...expandQuestion(session.state, { id, choice }), signal };
      const page = await fetchNeighbors(session.transport, question);
      const cut = cutOf(page, messages);
      if (page.ids.length === 0) {
        session.tell(messages.steps.nothingNew(session.nameOf(id)), false);
        session.set({ truncation: cut });
        return;
      }
      const { ids, truncation } = await bring(session, { seeds: page.ids, signal });
      session.take({ kind: 'expand', id, ids });
      session.set({ truncation: [...cut, ...truncation] });
    });

  const revealClaim = async (relationId: string, claimId: string) => {
    if (!isDrawn(session, relationId)) {
      const [source, , target] = relationId.split('~');
      const ends = [source, target].filter((id) => id !== undefined);
      await activities.run(words.revealClaim, async (signal) => {
        const { ids } = await bring(session, { seeds: ends, signal });
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
    if (article) session.set({ article, view: 'article' });
  };

  return { openArticle, add, expand, revealClaim, readInPlace };
}

/** What a page of neighbours leaves out: those of later pages, and those that the filters keep back. */
function cutOf({ ids, totalCount, keptBack }: NeighborPage, { scene }: Messages): readonly Truncation[] {
  const orderedBy = scene.bestEvidenceFirst;
  return [
    { limit: scene.neighborLimit, shown: ids.length, total: totalCount, orderedBy },
    { limit: scene.neighborsSwitchedOff, shown: 0, total: keptBack, orderedBy },
  ].filter(({ shown, total }) => total > shown);
}

function isDrawn(session: Session, relationId: string): boolean {
  return session.state.scene.edges.some((edge) => edge.relationIds.includes(relationId));
}

function notInStore(ids: readonly string[]): ApiError {
  return new ApiError({ code: 'NOT_FOUND', message: `The store has nothing with the id ${ids.join(', ')}.` });
}
