import type { ExplorerActions } from './explorer-state.ts';
import { noSelection } from './initial-state.ts';
import { selected } from './selection.ts';
import type { Session } from './session.ts';
import { rememberTheme } from './theme.ts';

type ViewActions = Pick<
  ExplorerActions,
  | 'selectEntity'
  | 'selectEdge'
  | 'selectMany'
  | 'clearSelection'
  | 'showClaim'
  | 'showView'
  | 'toggleTheme'
  | 'dismissFailure'
  | 'dismissToast'
  | 'zoomed'
  | 'setCanvas'
  | 'fit'
  | 'zoomBy'
  | 'focusCanvas'
  | 'placeOf'
>;

/** What the user looks at and how: no steps, nothing to undo. */
export function viewActions(session: Session, readInPlace: ExplorerActions['readInPlace']): ViewActions {
  const select =
    (target: 'entity' | 'edge') =>
    (id: string, additive: boolean = false) =>
      session.set({
        selection: selected(session.state.selection, { target, id, additive }),
        claimIndex: 0,
      });
  return {
    selectEntity: select('entity'),
    selectEdge: select('edge'),
    selectMany(ids, additive = false) {
      const { selection } = session.state;
      const entities = [...new Set([...(additive ? selection.entities : []), ...ids])];
      const [only, ...others] = entities;
      const primary =
        only !== undefined && others.length === 0 ? ({ kind: 'entity', id: only } as const) : null;
      session.set({
        selection: { entities, edges: additive ? selection.edges : [], primary },
        claimIndex: 0,
      });
    },
    clearSelection: () => session.set({ selection: noSelection, claimIndex: 0 }),
    showClaim: (claimIndex) => session.set({ claimIndex }),
    showView(view) {
      const { article, articles } = session.state;
      const [latest] = articles;
      if (view === 'article' && !article && latest) void readInPlace(latest.id);
      else session.set({ view });
    },
    toggleTheme() {
      const theme = session.state.theme === 'light' ? 'dark' : 'light';
      rememberTheme(theme);
      session.set({ theme });
    },
    dismissFailure: () => session.set({ failure: null }),
    dismissToast: () => session.set({ toast: null }),
    zoomed: (zoom, captionsWithoutRoom) => session.set({ zoom, captionsWithoutRoom }),
    setCanvas(port) {
      session.canvas = port;
    },
    fit: (ids) => session.canvas?.fit(ids),
    zoomBy: (factor) => session.canvas?.zoomBy(factor),
    focusCanvas: () => session.canvas?.focus(),
    placeOf: (id) => session.canvas?.placeOf(id) ?? null,
  };
}
