import { graphql } from './document.ts';
import type { NeighborCount } from './graph.ts';
import type { Transport } from './transport.ts';

export const neighborCountsDocument = graphql(`
  query NeighborCounts($id: ID!) {
    entity(id: $id) {
      neighborCounts {
        relationType
        direction
        entityType
        count
      }
    }
  }
`);

/** Relations of an entity in the whole store, counted by type, direction and type of the other end. */
export async function fetchNeighborCounts(
  transport: Transport,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): Promise<readonly NeighborCount[]> {
  const { entity } = await transport.ask({ document: neighborCountsDocument, variables: { id }, signal });
  return entity?.neighborCounts ?? [];
}
