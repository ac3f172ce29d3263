import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const toggleTheme: Command = {
  id: 'toggle-theme',
  group: 'view',
  title: en.commands.toggleTheme,
  icon: 'moon',
  keys: ['D'],
  when: () => true,
  run: ({ actions }) => actions.toggleTheme(),
};
