import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { selectedEntities } from './subject.ts';

export const pin: Command = {
  id: 'pin',
  group: 'selection',
  title: en.commands.pin,
  icon: 'pin',
  keys: ['P'],
  when: ({ state }) => {
    const pinned = new Set(state.investigation.pinned);
    return state.selection.primary?.kind !== 'edge' && selectedEntities(state).some((id) => !pinned.has(id));
  },
  run: ({ state, actions }) => actions.pin(selectedEntities(state)),
};
