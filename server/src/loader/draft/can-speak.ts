import type { ProposedEntity } from './proposal.ts';

const speakingTypes = new Set(['Person', 'Group', 'Organization', 'Company', 'Outlet', 'Country']);

/** Whether an entity is of a kind that says something: a report or an office does not. */
export function canSpeak({ type }: ProposedEntity): boolean {
  return speakingTypes.has(type);
}
