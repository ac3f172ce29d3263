import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import { claimFields, entityFields, relationFields } from './fragments.ts';
import type { EntityRecord, RelationRecord } from './graph.ts';
import { toEntity, toRelation } from './records.ts';
import type { Transport } from './transport.ts';

export const relationsOfDocument = graphql(
  `
    query RelationsOf($id: ID!) {
      entity(id: $id) {
        relations(first: 100, orderBy: ORIGINS) {
          totalCount
          edges {
            node {
              ...RelationFields
              claims(first: 1) {
                nodes {
                  ...ClaimFields
                }
              }
            }
            neighbor {
              ...EntityFields
            }
          }
        }
      }
    }
  `,
  [relationFields, claimFields, entityFields],
);

export interface RelationsOf {
  readonly relations: readonly RelationRecord[];
  readonly neighbors: readonly EntityRecord[];
  readonly totalCount: number;
}

/** The 100 best evidenced relations of an entity in the whole store, each with one claim, and their other ends. */
export async function fetchRelationsOf(
  transport: Transport,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): Promise<RelationsOf> {
  const { entity } = await transport.ask({ document: relationsOfDocument, variables: { id }, signal });
  if (!entity) throw new ApiError({ code: 'NOT_FOUND', message: `No entity has the id ${id}.` });
  const edges = entity.relations?.edges ?? [];
  const neighbors = edges.flatMap(({ neighbor }) => (neighbor ? [toEntity(neighbor)] : []));
  return {
    relations: edges.map(({ node: { claims, ...relation } }) => toRelation(relation, claims?.nodes ?? [])),
    neighbors: [...new Map(neighbors.map((neighbor) => [neighbor.id, neighbor])).values()],
    totalCount: entity.relations?.totalCount ?? edges.length,
  };
}
