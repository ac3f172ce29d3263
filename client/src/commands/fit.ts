import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const fit: Command = {
  id: 'fit',
  group: 'canvas',
  title: en.commands.fit,
  icon: 'maximize',
  keys: ['F'],
  when: ({ state }) => state.scene.nodes.length > 0,
  run: ({ actions }) => actions.fit(),
};
