import type { ClaimRecord, ClaimStatus, RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';

/** How well a relation is supported: an ordinal, never a probability. */
export interface Support {
  /** 0 to 5. */
  readonly level: number;
  /** "1 origin, 1 telling." */
  readonly counts: string;
  /** What the level rests on, and what would take it away. */
  readonly sentence: string;
}

const words = en.evidence.support;

/** The rungs, best first: the first status that a relation has decides. Denied and retracted support nothing. */
const rungs: readonly { readonly status: ClaimStatus; readonly one: number; readonly more: number }[] = [
  { status: 'ASSERTED', one: 4, more: 5 },
  { status: 'REPORTED', one: 2, more: 3 },
  { status: 'PLANNED', one: 1, more: 1 },
  { status: 'PREDICTED', one: 1, more: 1 },
  { status: 'QUESTIONED', one: 0, more: 0 },
  { status: 'OPINION', one: 0, more: 0 },
];

function distinct(values: readonly (string | null | undefined)[]): number {
  return new Set(values.filter(Boolean)).size;
}

/** The report without which nothing is left, when every claim's origin is that one report. */
function onlyReport(claims: readonly ClaimRecord[]): string | null {
  const report = claims[0]?.article?.basedOn;
  if (!report) return null;
  return claims.every((claim) => claim.originId === report.id) ? report.publisher : null;
}

/** The rung of the evidence ladder. Origins are counted among the claims of the deciding status alone. */
export function supportOf(relation: RelationRecord): Support {
  const disputed = relation.standing === 'DISPUTED';
  const standing = relation.claims.filter(
    (claim) => claim.status !== 'DENIED' && claim.status !== 'RETRACTED',
  );
  const rung = rungs.find(({ status }) => standing.some((claim) => claim.status === status));
  const deciding = standing.filter((claim) => claim.status === rung?.status);
  const reached = rung ? (distinct(deciding.map((claim) => claim.originId)) > 1 ? rung.more : rung.one) : 0;
  const outlet = onlyReport(standing);
  const alone = rung && rung.status in words.only ? words.only[rung.status as keyof typeof words.only] : null;
  return {
    level: Math.max(0, reached - (disputed ? 1 : 0)),
    counts: words.counts(relation.originCount, distinct(standing.map((claim) => claim.article?.id))),
    sentence: [
      standing.length === 0 && words.none,
      alone,
      outlet && words.falls(outlet),
      disputed && words.lower,
    ]
      .filter(Boolean)
      .join(' '),
  };
}
