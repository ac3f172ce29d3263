import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { selectedEntities } from './subject.ts';

export const fitSelection: Command = {
  id: 'fit-selection',
  group: 'canvas',
  title: en.commands.fitSelection,
  icon: 'scan-search',
  keys: ['Shift+F'],
  when: ({ state }) => state.selection.primary !== null || selectedEntities(state).length > 0,
  run: ({ state, actions }) => {
    const ends = state.scene.edges
      .filter((edge) => state.selection.edges.includes(edge.id))
      .flatMap((edge) => [edge.source, edge.target]);
    actions.fit([...new Set([...selectedEntities(state), ...ends])]);
  },
};
