import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { growNodes, relationsAmong } from '../base/grow.ts';
import { entitiesOf } from '../base/loads.ts';
import { growthOf, type SubgraphArguments } from '../base/subgraph-arguments.ts';
import { schema } from './schema.ts';

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
          asked,
          nodes: () => entitiesOf(context, nodes.ids),
          relations,
          truncation: all,
          truncated: all.length > 0,
        };
      },
    },
  },
};
