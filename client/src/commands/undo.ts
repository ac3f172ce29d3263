import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const undo: Command = {
  id: 'undo',
  group: 'steps',
  title: en.commands.undo,
  icon: 'undo-2',
  keys: ['Mod+Z'],
  when: ({ state }) => state.canUndo,
  run: ({ actions }) => actions.undo(),
};
