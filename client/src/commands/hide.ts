import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { selectedEntities } from './subject.ts';

export const hide: Command = {
  id: 'hide',
  group: 'selection',
  title: en.commands.hide,
  icon: 'eye-off',
  keys: ['H', 'Delete'],
  when: ({ state }) => selectedEntities(state).length > 0,
  run: ({ state, actions }) => actions.hide(selectedEntities(state)),
};
