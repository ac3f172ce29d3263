import { bounded } from './bounded.ts';
import type { ClaimFilter } from './claim-filter.ts';
import type { Growth } from './grow.ts';
import { limits } from './limits.ts';

/** What `subgraph` was asked: a Subgraph carries it, so that its links can ask the same again. */
export interface SubgraphArguments {
  readonly seeds: readonly string[];
  readonly depth?: number | null;
  readonly filter?: ClaimFilter | null;
  readonly maxNodes?: number | null;
  readonly maxRelations?: number | null;
}

/** How far a subgraph grows. Throws BAD_USER_INPUT and LIMIT_EXCEEDED. */
export function growthOf({ seeds, depth, filter, maxNodes, maxRelations }: SubgraphArguments): Growth {
  bounded({ limit: 'seeds', value: seeds.length, max: limits.ids });
  return {
    seeds: [...new Set(seeds)],
    depth: bounded({ limit: 'depth', value: depth ?? 1, max: limits.subgraphDepth }),
    filter,
    maxNodes: bounded({ limit: 'maxNodes', value: maxNodes ?? 200, max: limits.subgraphNodes }),
    maxRelations: bounded({
      limit: 'maxRelations',
      value: maxRelations ?? 500,
      max: limits.subgraphRelations,
    }),
  };
}
