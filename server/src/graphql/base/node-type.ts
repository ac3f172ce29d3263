import type { Claim } from '../../model/claim.ts';
import type { ArticleHead } from '../../model/decode.ts';
import type { Entity } from '../../model/entity.ts';
import type { Relation } from '../../model/relation.ts';

/** Types of entities that have a GraphQL type of their own; every other is an OtherEntity. */
export const entityTypeNames = [
  'Person',
  'Group',
  'Organization',
  'Company',
  'Outlet',
  'Country',
  'Place',
  'Facility',
  'Event',
  'Measure',
  'Role',
  'Report',
  'Resource',
  'Topic',
  'Voice',
] as const;

/** The GraphQL type of anything with an id. */
export function nodeTypeOf(node: Entity | Relation | Claim | ArticleHead): string {
  if ('labels' in node) return entityTypeNames.find((name) => name === node.type) ?? 'OtherEntity';
  if ('standing' in node) return 'Relation';
  return 'attributedTo' in node ? 'Claim' : 'Article';
}
