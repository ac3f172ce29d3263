import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const arrange: Command = {
  id: 'arrange',
  group: 'canvas',
  title: en.commands.arrange,
  icon: 'workflow',
  keys: ['A'],
  when: ({ state }) => state.scene.nodes.length > 0,
  run: ({ actions }) => actions.arrange(),
};
