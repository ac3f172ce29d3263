import type { ClaimRecord, ClaimStatus, RelationRecord, Standing } from '../api/graph.ts';
import { unique } from '../lib/unique.ts';
import { claimPasses, supportPasses } from './filters.ts';
import { strongestStatus } from './status.ts';
import type { Filters } from './step.ts';

/** What the filters leave of a relation. */
export interface RelationForm {
  readonly status: ClaimStatus | null;
  readonly standing: Standing;
  readonly claimCount: number;
  readonly originCount: number;
  /** Nothing of it is left. */
  readonly ghost: boolean;
}

/**
 * The form of a relation follows the claims that pass. It stays while one claim stays; a dispute stays
 * visible though a filter hides one side of it. Claims beyond those held pass: they cannot be judged.
 */
export function relationForm(relation: RelationRecord, filters: Filters): RelationForm {
  const { standing, originCount } = relation;
  const claims = relation.claims.filter((claim) => claimPasses(claim, filters));
  if (claims.length === relation.claims.length) {
    const status = strongestStatus(relation.statusCounts.map((each) => each.status));
    const ghost = !supportPasses(relation, filters);
    return { status, standing, originCount, claimCount: relation.claimCount, ghost };
  }
  const unseen = relation.claimCount - relation.claims.length;
  const origins = originsOf(claims);
  return {
    status: strongestStatus(claims.map((claim) => claim.status)),
    standing: standing === 'CORROBORATED' && origins < 2 ? 'SINGLE_ORIGIN' : standing,
    originCount: origins,
    claimCount: claims.length + unseen,
    ghost: claims.length + unseen === 0 || !supportPasses(relation, filters),
  };
}

const support: ReadonlySet<ClaimStatus | null> = new Set<ClaimStatus>(['ASSERTED', 'REPORTED']);
const against: ReadonlySet<ClaimStatus | null> = new Set<ClaimStatus>(['DENIED', 'RETRACTED']);

/** Distinct origins of the support; without support, of the strongest other status that speaks for the relation. */
function originsOf(claims: readonly ClaimRecord[]): number {
  const supporting = claims.filter((claim) => support.has(claim.status));
  const rest = claims.filter((claim) => !against.has(claim.status));
  const strongest = strongestStatus(rest.map((claim) => claim.status));
  const counted = supporting.length > 0 ? supporting : rest.filter((claim) => claim.status === strongest);
  return unique(counted.flatMap(({ originId }) => (originId === null ? [] : [originId]))).length;
}
