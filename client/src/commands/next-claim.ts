import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { claimsInPanel } from './subject.ts';

export const nextClaim: Command = {
  id: 'next-claim',
  group: 'evidence',
  title: en.commands.nextClaim,
  icon: 'chevron-down',
  keys: ['N'],
  when: ({ state }) => state.claimIndex < claimsInPanel(state).length - 1,
  run: ({ state, actions }) => actions.showClaim(state.claimIndex + 1),
};
