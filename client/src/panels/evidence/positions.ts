import type { ClaimRecord, RelationRecord } from '../../api/graph.ts';

export type PositionKind = 'says-so' | 'says-not' | 'otherwise' | 'withdrawn';

/** One side of a dispute, with its claims from the oldest on. */
export interface Position {
  readonly kind: PositionKind;
  readonly claims: readonly ClaimRecord[];
  readonly origins: number;
}

function kindOf(claim: ClaimRecord, relation: RelationRecord): PositionKind {
  if (claim.relationId !== relation.id) return 'otherwise';
  if (claim.status === 'RETRACTED') return 'withdrawn';
  return claim.status === 'DENIED' ? 'says-not' : 'says-so';
}

function oldestFirst(one: ClaimRecord, other: ClaimRecord): number {
  return (one.publishedAt ?? '').localeCompare(other.publishedAt ?? '');
}

/**
 * The sides of a relation, one column each, without a verdict. `elsewhere` are claims of other relations
 * that are in dispute with a claim of this one.
 */
export function positionsOf(
  relation: RelationRecord,
  elsewhere: readonly ClaimRecord[],
): readonly Position[] {
  const all = [...relation.claims, ...elsewhere];
  const order: readonly PositionKind[] = ['says-so', 'says-not', 'otherwise', 'withdrawn'];
  return order
    .map((kind) => all.filter((claim) => kindOf(claim, relation) === kind))
    .map((claims) => claims.toSorted(oldestFirst))
    .flatMap((claims) => {
      const [first] = claims;
      if (!first) return [];
      const origins = new Set(claims.map((claim) => claim.originId).filter(Boolean)).size;
      return [{ kind: kindOf(first, relation), claims, origins }];
    });
}

/** Claims of other relations that are in dispute with claims of this one, as far as they are known here. */
export function disputesElsewhere(
  relation: RelationRecord,
  relations: ReadonlyMap<string, RelationRecord>,
): readonly ClaimRecord[] {
  const own = new Set(relation.claims.map((claim) => claim.id));
  const wanted = new Set(relation.claims.flatMap((claim) => [...claim.disputes, ...claim.disputedBy]));
  return [...relations.values()]
    .flatMap((other) => other.claims)
    .filter((claim) => !own.has(claim.id))
    .filter((claim) => wanted.has(claim.id) || claim.disputes.some((id) => own.has(id)));
}
