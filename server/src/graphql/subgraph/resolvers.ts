import type { Capability } from '../base/capability.ts';
import type { ClaimFilter } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded, requestError } from '../base/errors.ts';
import { limits } from '../base/limits.ts';
import { entitiesOf } from '../base/loads.ts';
import { type Growth, growNodes, relationsAmong } from './grow.ts';
import { schema } from './schema.ts';
import { nextNeighbors, nextNeighborTotal, relationsWithin, relationTotalWithin } from './statements.ts';

interface SubgraphArguments {
  readonly seeds: readonly string[];
  readonly depth?: number | null;
  readonly filter?: ClaimFilter | null;
  readonly maxNodes?: number | null;
  readonly maxRelations?: number | null;
}

export const subgraph: Capability = {
  schema,
  statements: [nextNeighbors, nextNeighborTotal, relationsWithin, relationTotalWithin],
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
  return {
    seeds: [...new Set(bounded({ limit: 'seeds', list: seeds, max: limits.ids }))],
    depth: number({ limit: 'depth', value: depth ?? 1, max: limits.subgraphDepth }),
    filter,
    maxNodes: number({ limit: 'maxNodes', value: maxNodes ?? 200, max: limits.subgraphNodes }),
    maxRelations: number({
      limit: 'maxRelations',
      value: maxRelations ?? 500,
      max: limits.subgraphRelations,
    }),
  };
}

interface Bounded {
  readonly limit: string;
  readonly max: number;
}

function bounded({ limit, list, max }: Bounded & { readonly list: readonly string[] }): readonly string[] {
  number({ limit, value: list.length, max });
  return list;
}

function number({ limit, value, max }: Bounded & { readonly value: number }): number {
  if (value < 0) throw requestError('BAD_USER_INPUT', `${limit} is ${value}. Give 0 or more.`);
  if (value <= max) return value;
  throw limitExceeded({ limit, value, max, remedy: 'Ask for a part, and grow it from there.' });
}
