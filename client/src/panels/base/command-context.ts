import { createContext, useContext } from 'react';

import type { CommandContext, ShellPort } from '../../commands/command.ts';
import type { ExplorerState } from '../../runtime/explorer-state.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';

/** What the shell offers to commands. The app gives it to everything below. */
export const ShellContext = createContext<ShellPort | null>(null);

function whole(state: ExplorerState): ExplorerState {
  return state;
}

/** Everything a command may know. Draws anew with every change, so it belongs into small components. */
export function useCommandContext(): CommandContext {
  const state = useExplorer(whole);
  const actions = useActions();
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('Commands are used outside of ShellContext.');
  return { state, actions, shell };
}
