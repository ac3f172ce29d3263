import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const zoomOut: Command = {
  id: 'zoom-out',
  group: 'canvas',
  title: en.commands.zoomOut,
  icon: 'minus',
  keys: ['-'],
  when: ({ state }) => state.scene.nodes.length > 0,
  run: ({ actions }) => actions.zoomBy(0.8),
};
