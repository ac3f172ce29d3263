import { emptyInvestigation } from '../state/investigation.ts';
import type { ExplorerState } from './explorer-state.ts';
import type { Theme } from './theme.ts';

export const noSelection: ExplorerState['selection'] = { primary: null, entities: [], edges: [] };

/** The explorer before anything was fetched. */
export function initialState(theme: Theme): ExplorerState {
  return {
    phase: 'starting',
    vocabulary: { entityTypes: new Map(), relationTypes: new Map() },
    articles: [],
    storeTotals: null,
    entities: new Map(),
    relations: new Map(),
    steps: [],
    canUndo: false,
    canRedo: false,
    investigation: emptyInvestigation,
    scene: { nodes: [], edges: [] },
    positions: {},
    selection: noSelection,
    claimIndex: 0,
    view: 'graph',
    article: null,
    texts: new Map(),
    theme,
    activity: null,
    failure: null,
    offline: false,
    replaced: false,
    toast: null,
    news: [],
    truncation: [],
    zoom: 1,
    captionsWithoutRoom: 0,
  };
}
