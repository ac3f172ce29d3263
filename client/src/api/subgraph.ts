import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import { claimFields, entityFields, relationFields } from './fragments.ts';
import type { GraphSlice } from './graph.ts';
import { toEntity, toRelation } from './records.ts';
import type { Transport } from './transport.ts';

export const subgraphDocument = graphql(
  `
    query Subgraph($seeds: [ID!]!) {
      subgraph(seeds: $seeds, depth: 0, maxNodes: 2000, maxRelations: 5000) {
        nodes {
          ...EntityFields
        }
        relations {
          ...RelationFields
          claims(first: 50) {
            nodes {
              ...ClaimFields
            }
          }
        }
        truncation {
          limit
          shown
          total
          orderedBy
        }
      }
    }
  `,
  [entityFields, relationFields, claimFields],
);

/**
 * The seeds and all relations among them, each with its first 50 claims. An article as a seed stands for
 * the entities of its claims. An id that names nothing is left out.
 */
export async function fetchSubgraph(
  transport: Transport,
  { seeds, signal }: { readonly seeds: readonly string[]; readonly signal: AbortSignal },
): Promise<GraphSlice> {
  const { subgraph } = await transport.ask({
    document: subgraphDocument,
    variables: { seeds: [...seeds] },
    signal,
  });
  if (!subgraph)
    throw new ApiError({ code: 'BAD_ANSWER', message: 'The server answered without the relations.' });
  return {
    entities: subgraph.nodes.map(toEntity),
    relations: subgraph.relations.map(({ claims, ...relation }) => toRelation(relation, claims?.nodes ?? [])),
    truncation: subgraph.truncation,
  };
}
