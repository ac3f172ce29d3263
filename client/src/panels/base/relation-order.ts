import type { ClaimStatus, RelationRecord } from '../../api/graph.ts';
import { statusesByStrength, strongestStatus } from '../../state/status.ts';

/** The status that decides the relation's line, over all its claims; null where the data holds none. */
export function statusOf(relation: RelationRecord): ClaimStatus | null {
  return strongestStatus(relation.statusCounts.map(({ status }) => status));
}

function rank(relation: RelationRecord): number {
  const status = statusOf(relation);
  return status === null ? statusesByStrength.length : statusesByStrength.indexOf(status);
}

/** Order of lists of relations: disputed first, then by strength, then more origins, then more claims, then id. */
export function byEvidence(one: RelationRecord, other: RelationRecord): number {
  return (
    Number(other.standing === 'DISPUTED') - Number(one.standing === 'DISPUTED') ||
    rank(one) - rank(other) ||
    other.originCount - one.originCount ||
    other.claimCount - one.claimCount ||
    one.id.localeCompare(other.id)
  );
}
