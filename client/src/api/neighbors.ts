import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import type { ClaimStatus, NeighborPage } from './graph.ts';
import type { Transport } from './transport.ts';

export const neighborsDocument = graphql(`
  query Neighbors($id: ID!, $first: Int!, $filter: ClaimFilter!, $unfiltered: ClaimFilter!) {
    entity(id: $id) {
      unfiltered: neighbors(filter: $unfiltered) {
        totalCount
      }
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
  /** Neighbours that are there already and must use up no place. */
  readonly exclude: readonly string[];
  /** Each narrows when it is there. */
  readonly relationTypes?: readonly string[] | undefined;
  readonly entityTypes?: readonly string[] | undefined;
  readonly statuses?: readonly ClaimStatus[] | undefined;
  readonly signal: AbortSignal;
}

/** The best evidenced neighbours that pass, and how many pass in all. Rejects with NOT_FOUND. */
export async function fetchNeighbors(
  transport: Transport,
  { id, first, exclude, relationTypes, entityTypes, statuses, signal }: NeighborsQuestion,
): Promise<NeighborPage> {
  const unfiltered = { excludeEntities: [...exclude] };
  const filter = {
    ...unfiltered,
    types: relationTypes ? [...relationTypes] : null,
    neighborTypes: entityTypes ? [...entityTypes] : null,
    statuses: statuses ? [...statuses] : null,
  };
  const { entity } = await transport.ask({
    document: neighborsDocument,
    variables: { id, first, filter, unfiltered },
    signal,
  });
  if (!entity) throw new ApiError({ code: 'NOT_FOUND', message: `No entity has the id ${id}.` });
  const ids = (entity.neighbors?.nodes ?? []).map((node) => node.id);
  const totalCount = entity.neighbors?.totalCount ?? ids.length;
  return { ids, totalCount, keptBack: (entity.unfiltered?.totalCount ?? totalCount) - totalCount };
}
