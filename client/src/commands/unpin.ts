import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { selectedEntities } from './subject.ts';

export const unpin: Command = {
  id: 'unpin',
  group: 'selection',
  title: en.commands.unpin,
  icon: 'pin-off',
  keys: ['P'],
  when: ({ state }) => {
    const pinned = new Set(state.investigation.pinned);
    const selected = selectedEntities(state);
    return (
      state.selection.primary?.kind !== 'edge' &&
      selected.length > 0 &&
      selected.every((id) => pinned.has(id))
    );
  },
  run: ({ state, actions }) => actions.unpin(selectedEntities(state)),
};
