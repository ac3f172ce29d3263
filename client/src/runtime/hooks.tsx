import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';

import type { ExplorerActions, ExplorerQueries, ExplorerState } from './explorer-state.ts';
import type { Explorer } from './explorer.ts';

const ExplorerContext = createContext<Explorer | null>(null);

/** Gives the explorer to everything below it. */
export function ExplorerProvider({
  explorer,
  children,
}: {
  readonly explorer: Explorer;
  readonly children: ReactNode;
}): ReactNode {
  return <ExplorerContext value={explorer}>{children}</ExplorerContext>;
}

/** A part of the state; draws anew when that part is another one. The selector must not build new objects. */
export function useExplorer<Part>(selector: (state: ExplorerState) => Part): Part {
  return useStore(useProvidedExplorer().store, selector);
}

export function useActions(): ExplorerActions {
  return useProvidedExplorer().actions;
}

export function useQueries(): ExplorerQueries {
  return useProvidedExplorer().queries;
}

function useProvidedExplorer(): Explorer {
  const explorer = useContext(ExplorerContext);
  if (!explorer) throw new Error('The explorer is used outside of ExplorerProvider.');
  return explorer;
}
