import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { neighborsOnCanvas, selectedEntities } from './subject.ts';

export const selectNeighbors: Command = {
  id: 'select-neighbors',
  group: 'selection',
  title: en.commands.selectNeighbors,
  icon: 'waypoints',
  keys: ['S'],
  when: ({ state }) => neighborsOnCanvas(state, selectedEntities(state)).length > 0,
  run: ({ state, actions }) => {
    const selected = selectedEntities(state);
    actions.selectMany([...selected, ...neighborsOnCanvas(state, selected)]);
  },
};
