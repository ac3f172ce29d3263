import type { ArticleId, ClaimId, EntityId, RelationKey } from './ids.ts';

/** The eight statuses; when several fit a sentence, the first of this list wins. */
export const claimStatuses = [
  'retracted',
  'denied',
  'planned',
  'predicted',
  'questioned',
  'opinion',
  'reported',
  'asserted',
] as const;

export type ClaimStatus = (typeof claimStatuses)[number];

/** One statement in one article = one stored relationship. In a graph without evidence the evidence fields are null or empty. */
export interface Claim {
  readonly id: ClaimId;
  readonly key: RelationKey;
  readonly article: ArticleId | null;
  readonly status: ClaimStatus | null;
  readonly quote: string | null;
  /** Text just before the quote, where it occurs several times. */
  readonly prefix: string | null;
  /** First speaker to last outlet. */
  readonly attributedTo: readonly EntityId[];
  readonly disputes: readonly ClaimId[];
  /** Partial ISO dates: when it was true. */
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly dateText: string | null;
  readonly note: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
}
