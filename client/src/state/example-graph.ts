import type { ClaimRecord, ClaimStatus, EntityRecord, RelationRecord, Speaker } from '../api/graph.ts';

/** Records for tests: whole ones, of which a test names only what it is about. */
export function exampleEntity(part: Partial<EntityRecord> & { readonly id: string }): EntityRecord {
  return {
    name: part.id,
    type: 'Person',
    aliases: [],
    description: null,
    wikidata: null,
    isSource: false,
    anonymous: false,
    neighborCount: 0,
    ...part,
  };
}

export function exampleSpeaker(part: Partial<Speaker> & { readonly id: string }): Speaker {
  return { name: part.id, type: 'Person', anonymous: false, ...part };
}

export function exampleClaim(part: Partial<ClaimRecord> & { readonly id: string }): ClaimRecord {
  return {
    relationId: '',
    status: 'ASSERTED',
    quote: null,
    quotePlaces: [],
    context: null,
    article: null,
    attributedTo: [],
    originId: null,
    disputes: [],
    disputedBy: [],
    validFrom: null,
    validTo: null,
    dateText: null,
    note: null,
    publishedAt: null,
    ...part,
  };
}

/** A relation whose counts follow from its claims. */
export function exampleRelation(
  id: string,
  claims: readonly ClaimRecord[],
  part: Partial<RelationRecord> = {},
): RelationRecord {
  const [sourceId = '', type = '', targetId = ''] = id.split('~');
  const counts = new Map<ClaimStatus | null, number>();
  for (const { status } of claims) counts.set(status, (counts.get(status) ?? 0) + 1);
  const originCount = new Set(claims.flatMap(({ originId }) => originId ?? [])).size;
  return {
    id,
    type,
    sourceId,
    targetId,
    standing: originCount > 1 ? 'CORROBORATED' : 'SINGLE_ORIGIN',
    claimCount: claims.length,
    originCount,
    statusCounts: [...counts].map(([status, count]) => ({ status, count })),
    claims: claims.map((claim) => ({ ...claim, relationId: id })),
    ...part,
  };
}

export function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
