import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { selectedEntities } from './subject.ts';

export const hideOthers: Command = {
  id: 'hide-others',
  group: 'selection',
  title: en.commands.hideOthers,
  icon: 'eye',
  keys: ['Shift+H'],
  when: ({ state }) => {
    const selected = selectedEntities(state).length;
    return selected > 0 && selected < state.scene.nodes.length;
  },
  run: ({ state, actions }) => actions.hideOthers(selectedEntities(state)),
};
