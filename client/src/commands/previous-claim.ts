import { en } from '../i18n/en.ts';
import type { Command } from './command.ts';
import { claimsInPanel } from './subject.ts';

export const previousClaim: Command = {
  id: 'previous-claim',
  group: 'evidence',
  title: en.commands.previousClaim,
  icon: 'chevron-up',
  keys: ['P'],
  when: ({ state }) => state.claimIndex > 0 && claimsInPanel(state).length > 0,
  run: ({ state, actions }) => actions.showClaim(state.claimIndex - 1),
};
