import type { VariablesOf } from 'gql.tada';

import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import type { NeighborPage } from './graph.ts';
import type { Transport } from './transport.ts';

export const neighborsDocument = graphql(`
  query Neighbors($id: ID!, $first: Int!, $filter: ClaimFilter!) {
    entity(id: $id) {
      neighbors(first: $first, filter: $filter, orderBy: ORIGINS) {
        totalCount
        nodes {
          id
        }
      }
    }
  }
`);

export interface NeighborsQuestion {
  readonly id: string;
  /** Page size, at most 100. */
  readonly first: number;
  readonly filter: VariablesOf<typeof neighborsDocument>['filter'];
  readonly signal: AbortSignal;
}

/** The best evidenced neighbours that pass the filter, and how many pass in all. Rejects with NOT_FOUND. */
export async function fetchNeighbors(
  transport: Transport,
  { id, first, filter, signal }: NeighborsQuestion,
): Promise<NeighborPage> {
  const { entity } = await transport.ask({
    document: neighborsDocument,
    variables: { id, first, filter },
    signal,
  });
  if (!entity) throw new ApiError({ code: 'NOT_FOUND', message: `No entity has the id ${id}.` });
  const ids = (entity.neighbors?.nodes ?? []).map((node) => node.id);
  return { ids, totalCount: entity.neighbors?.totalCount ?? ids.length };
}
