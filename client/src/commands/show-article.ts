import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const showArticle: Command = {
  id: 'show-article',
  group: 'view',
  title: en.commands.showArticle,
  icon: 'book-open',
  keys: ['2'],
  when: ({ state }) => state.view !== 'article' && state.phase === 'ready',
  run: ({ actions }) => actions.showView('article'),
};
