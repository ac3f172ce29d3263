import { bounded } from '../base/bounded.ts';
import type { Capability } from '../base/capability.ts';
import type { ClaimFilter } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { type Growth, growNodes, relationsAmong } from '../base/grow.ts';
import { limits } from '../base/limits.ts';
import { entitiesOf } from '../base/loads.ts';
import { schema } from './schema.ts';

interface SubgraphArguments {
  readonly seeds: readonly string[];
  readonly depth?: number | null;
  readonly filter?: ClaimFilter | null;
  readonly maxNodes?: number | null;
  readonly maxRelations?: number | null;
}

export const subgraph: Capability = {
  schema,
  statements: [],
  resolvers: {
    Query: {
      subgraph: async (_: unknown, asked: SubgraphArguments, context: Context) => {
        const growth = growthOf(asked);
        const nodes = await growNodes(context, growth);
        const { relations, truncation } = await relationsAmong(context, nodes.ids, growth);
        const all = [...nodes.truncation, ...truncation];
        return {
          nodes: () => entitiesOf(context, nodes.ids),
          relations,
          truncation: all,
          truncated: all.length > 0,
        };
      },
    },
  },
};

function growthOf({ seeds, depth, filter, maxNodes, maxRelations }: SubgraphArguments): Growth {
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
