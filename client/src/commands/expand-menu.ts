import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { primaryEntity } from './subject.ts';

export const expandMenu: Command = {
  id: 'expand-menu',
  group: 'selection',
  title: en.commands.expandMenu,
  icon: 'sliders-horizontal',
  keys: ['Shift+E'],
  when: ({ state }) => primaryEntity(state) !== null,
  run: ({ state, actions, shell }) => {
    const entity = primaryEntity(state);
    if (entity) shell.showExpandMenu(entity.id, actions.placeOf(entity.id));
  },
};
