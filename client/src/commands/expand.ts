import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { primaryEntity } from './subject.ts';

export const expand: Command = {
  id: 'expand',
  group: 'selection',
  title: en.commands.expand,
  icon: 'network',
  keys: ['E'],
  when: ({ state }) => (primaryEntity(state)?.hiddenNeighbors ?? 0) > 0,
  run: async ({ state, actions }) => {
    const entity = primaryEntity(state);
    if (entity) await actions.expand(entity.id);
  },
};
