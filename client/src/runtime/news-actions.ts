import { fetchRelationIds } from '../api/changes.ts';
import { endsOfRelation } from '../lib/ends-of-relation.ts';
import { unique } from '../lib/unique.ts';
import type { Activities } from './activities.ts';
import { bring } from './bring.ts';
import type { ExplorerActions } from './explorer-state.ts';
import type { Session } from './session.ts';

type NewsActions = Pick<ExplorerActions, 'showNews' | 'dismissNews'>;

/** What the user does with the notice of what came in. */
export function newsActions(session: Session, activities: Activities): NewsActions {
  const { messages } = session;
  return {
    showNews() {
      const { news } = session.state;
      return activities.run(messages.activities.showNews, async (signal) => {
        const claims = news.flatMap(({ addedClaims, changedClaims }) => [...addedClaims, ...changedClaims]);
        const ofClaims = await fetchRelationIds(session.transport, {
          claims: claims.slice(0, 1_000),
          signal,
        });
        const relations = unique([
          ...ofClaims,
          ...news.flatMap(({ backed }) => backed.map(({ id }) => id)),
          ...news.flatMap(({ contradicted }) =>
            contradicted.flatMap(({ relationId, againstRelationId }) => [relationId, againstRelationId]),
          ),
        ]);
        const ends = unique(relations.flatMap(endsOfRelation));
        const missing = ends.filter((id) => !session.state.investigation.entities.includes(id));
        if (missing.length > 0) {
          const { ids } = await bring(session, { seeds: missing, signal });
          session.take({ kind: 'add', ids });
        }
        const drawn = relations.filter((id) => session.state.relations.has(id));
        if (drawn.length === 0) session.tell(messages.news.nothingToShow, false);
        const [only, ...others] = drawn;
        session.set({
          news: [],
          view: 'graph',
          claimIndex: 0,
          selection: {
            entities: [],
            edges: drawn,
            primary: only !== undefined && others.length === 0 ? { kind: 'edge', id: only } : null,
          },
        });
        session.canvas?.fit(ends);
      });
    },
    dismissNews: () => session.set({ news: [] }),
  };
}
