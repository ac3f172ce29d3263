import type { ResultOf } from 'gql.tada';

import type { articleFields, claimFields, entityFields, relationFields } from './fragments.ts';
import type { ArticleSummary, ClaimRecord, EntityRecord, RelationRecord } from './graph.ts';

export function toEntity({ neighbors, ...entity }: ResultOf<typeof entityFields>): EntityRecord {
  return { ...entity, neighborCount: neighbors?.totalCount ?? 0 };
}

export function toArticleSummary(
  article: ResultOf<typeof articleFields>,
  quotePlaces: readonly unknown[],
): ArticleSummary {
  return { ...article, textHeld: quotePlaces.length > 0 };
}

export function toClaim(
  { article, disputes, disputedBy, ...claim }: ResultOf<typeof claimFields>,
  relationId: string,
): ClaimRecord {
  return {
    ...claim,
    relationId,
    article: article && toArticleSummary(article, claim.quotePlaces),
    disputes: disputes.map(({ id }) => id),
    disputedBy: disputedBy.map(({ id }) => id),
  };
}

export function toRelation(
  relation: ResultOf<typeof relationFields>,
  claims: readonly ResultOf<typeof claimFields>[],
): RelationRecord {
  return { ...relation, claims: claims.map((claim) => toClaim(claim, relation.id)) };
}
