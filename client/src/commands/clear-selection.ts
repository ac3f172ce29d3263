import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const clearSelection: Command = {
  id: 'clear-selection',
  group: 'selection',
  title: en.commands.clearSelection,
  icon: 'x',
  keys: ['Escape'],
  when: ({ state }) => state.selection.primary !== null || state.selection.entities.length > 0,
  run: ({ actions }) => actions.clearSelection(),
};
