import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const search: Command = {
  id: 'search',
  group: 'view',
  title: en.commands.search,
  icon: 'search',
  keys: ['/', 'Mod+K'],
  when: ({ state }) => state.phase === 'ready',
  run: ({ shell }) => shell.focusSearch(),
};
