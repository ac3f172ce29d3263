import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const dismissNews: Command = {
  id: 'dismiss-news',
  group: 'view',
  title: en.commands.dismissNews,
  icon: 'x',
  // After what else Escape means: the selection goes first, then the article, then the notice.
  keys: ['Escape'],
  when: ({ state }) => state.news.length > 0,
  run: ({ actions }) => actions.dismissNews(),
};
