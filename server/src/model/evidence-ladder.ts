import type { ClaimStatus } from './claim.ts';
import { originsOf, type Standing, type WeighedClaim } from './relation.ts';

/** How well something is supported: an ordinal, never a probability, and never multiplied. */
export interface Support {
  /** 5 asserted by two or more origins, 4 asserted, 3 reported by two or more, 2 reported, 1 planned or predicted, 0 anything else. */
  readonly rung: number;
  /** Independent origins of the claims that decide the rung. */
  readonly origins: number;
}

interface Rung {
  readonly statuses: readonly (ClaimStatus | null)[];
  readonly one: number;
  readonly more: number;
}

/** Best first: the first status that a relation has decides. Where none is stored, it is as if passed on. */
const rungs: readonly Rung[] = [
  { statuses: ['asserted'], one: 4, more: 5 },
  { statuses: ['reported', null], one: 2, more: 3 },
  { statuses: ['planned', 'predicted'], one: 1, more: 1 },
  { statuses: ['questioned', 'opinion'], one: 0, more: 0 },
];

/**
 * The rung of the evidence ladder that some claims of a relation reach together, of which none was withdrawn.
 * In dispute they stand one rung lower.
 */
export function supportOf(claims: readonly WeighedClaim[], standing: Standing): Support {
  for (const { statuses, one, more } of rungs) {
    const deciding = claims.filter(({ claim }) => statuses.includes(claim.status));
    if (deciding.length === 0) continue;
    const origins = originsOf(deciding).size;
    const reached = origins > 1 ? more : one;
    return { rung: Math.max(0, reached - (standing === 'DISPUTED' ? 1 : 0)), origins };
  }
  return { rung: 0, origins: 0 };
}
