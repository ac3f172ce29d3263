import { lazy, Suspense, useCallback, useMemo } from 'react';

import type { Gesture } from '../canvas/canvas-props.ts';
import { en } from '../i18n/en.ts';
import type { ExplorerState } from '../runtime/explorer-state.ts';
import { useActions, useExplorer } from '../runtime/hooks.tsx';
import type { CanvasPort } from '../state/canvas-port.ts';
import { canvasSelection } from './canvas-selection.ts';
import { CanvasNotices } from './CanvasNotices.tsx';
import { describe } from './describe.ts';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { onGesture, type OpenMenu } from './gestures.ts';
import { Starting, Unreachable } from './StartScreens.tsx';

import styles from './CanvasRegion.module.css';

function whole(state: ExplorerState): ExplorerState {
  return state;
}

/** Nothing has a place yet: the canvas would be blank while the first layout is made. */
function isUnplaced({ scene, positions }: ExplorerState): boolean {
  return scene.nodes.length > 0 && !scene.nodes.some(({ id }) => positions[id]);
}

/** The renderer is the largest part of the page: bars and panels do not wait for it. */
const GraphCanvas = lazy(async () => ({ default: (await import('../canvas/GraphCanvas.tsx')).GraphCanvas }));

interface CanvasRegionProps {
  readonly onMenu: (menu: OpenMenu) => void;
}

/** The graph, and what is to be said about it, over it. */
export function CanvasRegion({ onMenu }: CanvasRegionProps) {
  const phase = useExplorer((state) => state.phase);
  const empty = useExplorer((state) => state.scene.nodes.length === 0);
  const busy = useExplorer((state) => state.activity !== null);
  const unplaced = useExplorer(isUnplaced);
  if (phase === 'unreachable') return <Unreachable />;
  if (empty && (phase === 'starting' || busy)) return <Starting />;
  return (
    <div className={styles['region']}>
      {empty ? (
        <div className={styles['middle']}>
          <EmptyCanvas />
        </div>
      ) : (
        <Suspense fallback={null}>
          <Graph onMenu={onMenu} />
        </Suspense>
      )}
      {unplaced && (
        <div className={styles['cover']}>
          <Starting />
        </div>
      )}
      <CanvasNotices />
    </div>
  );
}

function Graph({ onMenu }: CanvasRegionProps) {
  const state = useExplorer(whole);
  const edges = state.scene.edges;
  const selection = useMemo(() => canvasSelection(state.selection, edges), [state.selection, edges]);
  const actions = useActions();
  const gesture = (made: Gesture) => onGesture(made, { state, actions, openMenu: onMenu });
  const ready = useCallback((port: CanvasPort | null) => actions.setCanvas(port), [actions]);
  return (
    <GraphCanvas
      scene={state.scene}
      positions={state.positions}
      selection={selection}
      theme={state.theme}
      label={en.shell.canvasRegion}
      describe={(target, id) => describe(state, { target, id })}
      onGesture={gesture}
      onReady={ready}
    />
  );
}
