import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import type { ClaimStatus, NeighborPage } from './graph.ts';
import type { Transport } from './transport.ts';

export const neighborsDocument = graphql(`
  query Neighbors($id: ID!, $first: Int!, $wanted: ClaimFilter!, $passing: ClaimFilter!) {
    entity(id: $id) {
      wanted: neighbors(filter: $wanted) {
        totalCount
      }
      neighbors(first: $first, filter: $passing, orderBy: ORIGINS) {
        totalCount
        nodes {
          id
        }
      }
    }
  }
`);

/** Which neighbours: each list narrows when it is there. */
export interface NeighborKinds {
  readonly relationTypes?: readonly string[] | undefined;
  readonly entityTypes?: readonly string[] | undefined;
  readonly statuses?: readonly ClaimStatus[] | undefined;
}

export interface NeighborsQuestion {
  readonly id: string;
  /** Page size, at most 100. */
  readonly first: number;
  /** Neighbours that are there already and must use up no place. */
  readonly exclude: readonly string[];
  /** The kinds that are wanted. */
  readonly wanted: NeighborKinds;
  /** Of the wanted kinds, those that the filters let through: only these come. */
  readonly passing: NeighborKinds;
  readonly signal: AbortSignal;
}

/** The best evidenced neighbours that pass, and how many pass in all. Rejects with NOT_FOUND. */
export async function fetchNeighbors(
  transport: Transport,
  { id, first, exclude, wanted, passing, signal }: NeighborsQuestion,
): Promise<NeighborPage> {
  const { entity } = await transport.ask({
    document: neighborsDocument,
    variables: { id, first, wanted: filterOf(wanted, exclude), passing: filterOf(passing, exclude) },
    signal,
  });
  if (!entity) throw new ApiError({ code: 'NOT_FOUND', message: `No entity has the id ${id}.` });
  const ids = (entity.neighbors?.nodes ?? []).map((node) => node.id);
  const totalCount = entity.neighbors?.totalCount ?? ids.length;
  return { ids, totalCount, keptBack: (entity.wanted?.totalCount ?? totalCount) - totalCount };
}

function filterOf({ relationTypes, entityTypes, statuses }: NeighborKinds, exclude: readonly string[]) {
  return {
    types: relationTypes ? [...relationTypes] : null,
    neighborTypes: entityTypes ? [...entityTypes] : null,
    statuses: statuses ? [...statuses] : null,
    excludeEntities: [...exclude],
  };
}
