import { claimId, type ClaimId } from './ids.ts';
import { textOf, textsOf } from './stored-values.ts';

/** Which claims dispute which, over the whole graph. */
export interface Disputes {
  /** Claims that declare to dispute this one. */
  disputing(id: ClaimId): readonly ClaimId[];
  /** A retraction disputes it, or it is itself a retraction. */
  isWithdrawn(id: ClaimId): boolean;
}

/** What a claim that disputes others says of itself. */
export interface DeclaredDispute {
  readonly id: unknown;
  readonly status: unknown;
  readonly disputes: unknown;
}

/**
 * Joins what all claims that dispute others declare. A retraction that names no claim need not be among
 * them; in its own relation its status tells.
 */
export function joinDisputes(declared: Iterable<DeclaredDispute>): Disputes {
  const disputing = new Map<ClaimId, ClaimId[]>();
  const withdrawn = new Set<ClaimId>();
  for (const { id: text, status, disputes } of declared) {
    const id = textOf(text);
    if (id === null) continue;
    const retracts = status === 'retracted';
    if (retracts) withdrawn.add(claimId(id));
    for (const disputed of textsOf(disputes).map(claimId)) {
      disputing.set(disputed, [...(disputing.get(disputed) ?? []), claimId(id)]);
      if (retracts) withdrawn.add(disputed);
    }
  }
  return { disputing: (id) => disputing.get(id) ?? [], isWithdrawn: (id) => withdrawn.has(id) };
}
