import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const showGraph: Command = {
  id: 'show-graph',
  group: 'view',
  title: en.commands.showGraph,
  icon: 'network',
  keys: ['1', 'Escape'],
  when: ({ state }) => state.view !== 'graph',
  run: ({ actions }) => actions.showView('graph'),
};
