import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';

export const openArticle: Command = {
  id: 'open-article',
  group: 'view',
  title: en.commands.openArticle,
  icon: 'file-text',
  keys: ['O'],
  when: ({ state }) => state.articles.some((article) => article.textHeld),
  run: async ({ state, actions }) => {
    const held = state.articles.filter((article) => article.textHeld);
    const latest = held.toSorted((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))[0];
    if (latest) await actions.openArticle(latest.id);
  },
};
