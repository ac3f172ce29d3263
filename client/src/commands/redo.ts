import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const redo: Command = {
  id: 'redo',
  group: 'steps',
  title: en.commands.redo,
  icon: 'redo-2',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  when: ({ state }) => state.canRedo,
  run: ({ actions }) => actions.redo(),
};
