import type { ClaimStatus } from '../api/graph.ts';

/** Strongest first: the first of them that a relation holds decides the form of its line. */
export const statusesByStrength: readonly ClaimStatus[] = [
  'ASSERTED',
  'REPORTED',
  'PLANNED',
  'PREDICTED',
  'QUESTIONED',
  'OPINION',
  'DENIED',
  'RETRACTED',
];

/** The strongest of these; null when none of them has a status. */
export function strongestStatus(statuses: Iterable<ClaimStatus | null>): ClaimStatus | null {
  const held = new Set(statuses);
  return statusesByStrength.find((status) => held.has(status)) ?? null;
}
