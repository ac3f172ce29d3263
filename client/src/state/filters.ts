import type { ClaimRecord, EntityRecord, RelationRecord, Speaker } from '../api/graph.ts';
import type { Filters } from './step.ts';
import { entityKind } from './vocabulary.ts';

/** Ways in which a relation can be supported. One relation may be of several. */
export const supportKinds = ['DISPUTED', 'ONE_ORIGIN', 'MORE_ORIGINS', 'UNNAMED_ONLY'] as const;

export type SupportKind = (typeof supportKinds)[number];

/** Who said it first; null when nobody is named. */
export function firstSpeaker(claim: ClaimRecord): Speaker | null {
  return claim.attributedTo[0] ?? null;
}

/** How a relation is supported, whatever the filters leave of it. Empty where there is no evidence. */
export function supportOf(relation: RelationRecord): readonly SupportKind[] {
  if (relation.standing === 'UNSOURCED') return [];
  const holds: Readonly<Record<SupportKind, boolean>> = {
    DISPUTED: relation.standing === 'DISPUTED',
    ONE_ORIGIN: relation.originCount === 1,
    MORE_ORIGINS: relation.originCount > 1,
    UNNAMED_ONLY:
      relation.claims.length > 0 && relation.claims.every((claim) => firstSpeaker(claim)?.anonymous === true),
  };
  return supportKinds.filter((kind) => holds[kind]);
}

/** Whether an entity's kind is switched on. */
export function entityPasses(entity: EntityRecord, filters: Filters): boolean {
  return !filters.entityTypes.includes(entityKind(entity));
}

/** Whether a claim's status and first speaker are switched on. */
export function claimPasses(claim: ClaimRecord, filters: Filters): boolean {
  if (claim.status !== null && filters.statuses.includes(claim.status)) return false;
  const speaker = firstSpeaker(claim);
  return speaker === null || !filters.speakers.includes(speaker.id);
}

/** Whether no way in which a relation is supported is switched off. */
export function supportPasses(relation: RelationRecord, filters: Filters): boolean {
  return filters.support.length === 0 || !supportOf(relation).some((kind) => filters.support.includes(kind));
}
