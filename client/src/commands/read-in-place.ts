import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { claimsInPanel } from './subject.ts';

export const readInPlace: Command = {
  id: 'read-in-place',
  group: 'evidence',
  title: en.commands.readInPlace,
  icon: 'book-open',
  keys: ['R'],
  when: ({ state }) => claimsInPanel(state)[state.claimIndex]?.article?.textHeld === true,
  run: async ({ state, actions }) => {
    const article = claimsInPanel(state)[state.claimIndex]?.article;
    if (article) await actions.readInPlace(article.id);
  },
};
