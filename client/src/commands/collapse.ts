import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { primaryEntity } from './subject.ts';

export const collapse: Command = {
  id: 'collapse',
  group: 'selection',
  title: en.commands.collapse,
  icon: 'fold-vertical',
  keys: ['C'],
  when: ({ state }) => (primaryEntity(state)?.degree ?? 0) > 0,
  run: ({ state, actions }) => {
    const entity = primaryEntity(state);
    if (entity) actions.collapse(entity.id);
  },
};
