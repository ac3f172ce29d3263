import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const clearSelection: Command = {
  id: 'clear-selection',
  group: 'selection',
  title: en.commands.clearSelection,
  icon: 'x',
  keys: ['Escape'],
  // In the article Escape goes back to the graph, with what is selected.
  when: ({ state }) =>
    state.view === 'graph' && (state.selection.primary !== null || state.selection.entities.length > 0),
  run: ({ actions }) => actions.clearSelection(),
};
