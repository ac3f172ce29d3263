import type { StoreApi } from 'zustand/vanilla';

import type { ExplorerActions, ExplorerQueries, ExplorerState } from './explorer-state.ts';

/** The state, what the user can do to it, and the questions that leave no trace in it. */
export interface Explorer {
  readonly store: Pick<StoreApi<ExplorerState>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly actions: ExplorerActions;
  readonly queries: ExplorerQueries;
}
