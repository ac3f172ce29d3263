import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const focusCanvas: Command = {
  id: 'focus-canvas',
  group: 'view',
  title: en.commands.focusCanvas,
  icon: 'network',
  keys: ['G'],
  when: ({ state }) => state.scene.nodes.length > 0,
  run: ({ actions }) => actions.focusCanvas(),
};
