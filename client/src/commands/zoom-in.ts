import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const zoomIn: Command = {
  id: 'zoom-in',
  group: 'canvas',
  title: en.commands.zoomIn,
  icon: 'plus',
  keys: ['+', '='],
  when: ({ state }) => state.scene.nodes.length > 0,
  run: ({ actions }) => actions.zoomBy(1.25),
};
