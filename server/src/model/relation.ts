import { type Claim, claimStatuses, type ClaimStatus } from './claim.ts';
import type { Disputes } from './disputes.ts';
import type { RelationKey } from './ids.ts';
import type { OriginId } from './origin.ts';
import { earliest, latest, rangesMeet, validRange } from './partial-date.ts';

/** How the claims of a relation stand together; the first that fits, in this order. */
export type Standing = 'UNSOURCED' | 'WITHDRAWN' | 'DISPUTED' | 'CORROBORATED' | 'SINGLE_ORIGIN';

/** A claim with what is known about it from elsewhere in the graph. */
export interface WeighedClaim {
  readonly claim: Claim;
  readonly origin: OriginId | null;
}

export interface StatusCount {
  /** Null for claims without a status. */
  readonly status: ClaimStatus | null;
  readonly count: number;
}

/** All claims of one type from one entity to another: one line on the canvas. */
export interface Relation {
  readonly key: RelationKey;
  readonly claims: readonly WeighedClaim[];
  readonly standing: Standing;
  readonly claimCount: number;
  /** Distinct origins of its support; without support, of its strongest other status alone. */
  readonly originCount: number;
  /** In the order of `claimStatuses`, without a status last. */
  readonly statusCounts: readonly StatusCount[];
  /** Earliest beginning and latest end of what its claims say, as partial dates. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const supporting: readonly (ClaimStatus | null)[] = ['asserted', 'reported', null];

/** Statuses that say that it is so, will be or may be, strongest first. */
const affirming: readonly (readonly (ClaimStatus | null)[])[] = [
  supporting,
  ['planned'],
  ['predicted'],
  ['questioned'],
  ['opinion'],
];

/** Bundles the claims of one relation. */
export function relationOf(key: RelationKey, claims: readonly WeighedClaim[], disputes: Disputes): Relation {
  const standingClaims = standingOnes(claims, disputes);
  const origins = originsOf(strongestOnes(standingClaims));
  const times = claims.map(({ claim }) => claim);
  return {
    key,
    claims,
    standing: standingOf({ claims, standingClaims, originCount: origins.size, disputes }),
    claimCount: claims.length,
    originCount: origins.size,
    statusCounts: statusCountsOf(claims),
    validFrom: earliest(times.flatMap(({ date, from }) => date ?? from ?? [])),
    validTo: latest(times.flatMap(({ date, to }) => date ?? to ?? [])),
  };
}

/** The claims of a relation that nobody withdrew, denials among them. */
export function standingOnes(claims: readonly WeighedClaim[], disputes: Disputes): readonly WeighedClaim[] {
  return claims.filter((one) => !isWithdrawn(one, claims, disputes));
}

/** Whether a claim says that it is so, as stated or passed on: what nobody withdrew of these supports a relation. */
export function isSupport({ status }: Pick<Claim, 'status'>): boolean {
  return supporting.includes(status);
}

/** A retraction withdraws the claim it disputes and, in the same relation, those of the same origin that retell it. */
function isWithdrawn(one: WeighedClaim, claims: readonly WeighedClaim[], disputes: Disputes): boolean {
  if (one.claim.status === 'retracted' || disputes.isWithdrawn(one.claim.id)) return true;
  return (
    one.origin !== null &&
    claims.some(({ claim, origin }) => {
      return origin === one.origin && claim.status !== 'retracted' && disputes.isWithdrawn(claim.id);
    })
  );
}

/** The claims on which a relation rests: of those that stand, the strongest kind that affirms it. */
export function strongestOnes(standingClaims: readonly WeighedClaim[]): readonly WeighedClaim[] {
  const kinds = affirming.map((statuses) =>
    standingClaims.filter(({ claim }) => statuses.includes(claim.status)),
  );
  return kinds.find((ones) => ones.length > 0) ?? [];
}

/** Who independently of each other is behind some claims. */
export function originsOf(claims: readonly WeighedClaim[]): ReadonlySet<OriginId> {
  return new Set(claims.flatMap(({ origin }) => origin ?? []));
}

interface Weighed {
  readonly claims: readonly WeighedClaim[];
  readonly standingClaims: readonly WeighedClaim[];
  readonly originCount: number;
  readonly disputes: Disputes;
}

function standingOf({ claims, standingClaims, originCount, disputes }: Weighed): Standing {
  if (!claims.some(({ claim }) => hasEvidence(claim))) return 'UNSOURCED';
  const affirmed = standingClaims.some(({ claim }) => claim.status !== 'denied');
  if (!affirmed && standingClaims.length < claims.length) return 'WITHDRAWN';
  const disputed = standingClaims.some(({ claim }) => isDisputed(claim, disputes));
  if (disputed || hasDenialBesideOther(standingClaims)) return 'DISPUTED';
  return originCount >= 2 ? 'CORROBORATED' : 'SINGLE_ORIGIN';
}

function hasEvidence({ quote, article }: Claim): boolean {
  return quote !== null || article !== null;
}

function isDisputed(claim: Claim, disputes: Disputes): boolean {
  const others = [...claim.disputes, ...disputes.disputing(claim.id)];
  return others.some((other) => !disputes.isWithdrawn(other));
}

/** Rule 1 of opposites: same type, same ends, meeting dates, one denied and one not. */
function hasDenialBesideOther(standingClaims: readonly WeighedClaim[]): boolean {
  const ranged = standingClaims.map(({ claim }) => ({ status: claim.status, range: validRange(claim) }));
  const denials = ranged.filter(({ status }) => status === 'denied');
  const others = ranged.filter(({ status }) => status !== 'denied');
  return denials.some((denial) => others.some((other) => rangesMeet(denial.range, other.range)));
}

function statusCountsOf(claims: readonly WeighedClaim[]): readonly StatusCount[] {
  return [...claimStatuses, null]
    .map((status) => ({ status, count: claims.filter(({ claim }) => claim.status === status).length }))
    .filter(({ count }) => count > 0);
}
