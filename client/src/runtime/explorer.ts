import type { StoreApi } from 'zustand/vanilla';

import { fetchNeighborCounts } from '../api/neighbor-counts.ts';
import { fetchRelationsOf } from '../api/relations-of.ts';
import { fetchSearch } from '../api/search.ts';
import type { Transport } from '../api/transport.ts';
import type { Messages } from '../i18n/en.ts';
import { Activities } from './activities.ts';
import { canvasActions } from './canvas-actions.ts';
import { Connection } from './connection.ts';
import type { ExplorerActions, ExplorerQueries, ExplorerState } from './explorer-state.ts';
import { fetchingActions } from './fetching-actions.ts';
import { follow } from './live.ts';
import { newsActions } from './news-actions.ts';
import { Session } from './session.ts';
import { start } from './start.ts';
import { viewActions } from './view-actions.ts';

/** The state, what the user can do to it, and the questions that leave no trace in it. */
export interface Explorer {
  readonly store: Pick<StoreApi<ExplorerState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly actions: ExplorerActions;
  readonly queries: ExplorerQueries;
  /** Withdraws what is under way and lets go of timers and listeners. */
  readonly close: () => void;
}

export interface ExplorerOptions {
  readonly transport: Transport;
  readonly messages: Messages;
}

/** An explorer with an empty canvas. `actions.start()` fetches the first screen. */
export function createExplorer({ transport, messages }: ExplorerOptions): Explorer {
  const session = new Session({ transport, messages });
  const connection = new Connection(session);
  const activities = new Activities(session, connection);
  const fetching = fetchingActions(session, activities);
  return {
    store: session.store,
    actions: {
      ...fetching,
      ...canvasActions(session, activities),
      ...viewActions(session, fetching.readInPlace),
      ...newsActions(session, activities),
      start: async () => {
        const known = await start(session, fetching.openArticle);
        void follow({ session, activities, connection }, known);
      },
    },
    queries: {
      search: (text, signal) => fetchSearch(transport, { text, signal }),
      neighborCounts: (id, signal) => fetchNeighborCounts(transport, { id, signal }),
      relationsOf: (id, signal) => fetchRelationsOf(transport, { id, signal }),
    },
    close: () => session.closing.abort(),
  };
}
