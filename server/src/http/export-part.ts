import { coerceInputValue, type GraphQLSchema, isInputType } from 'graphql';

import type { GraphPart } from '../export/graph/part.ts';
import type { ClaimFilter } from '../graphql/base/claim-filter.ts';
import type { Context } from '../graphql/base/context.ts';
import type { AskedSubgraph, LinkedPart } from '../graphql/base/export-link.ts';
import { graphNumbers } from '../graphql/base/graph-numbers.ts';
import { growNodes, relationsAmong } from '../graphql/base/grow.ts';
import { articleById } from '../graphql/base/loads.ts';
import { growthOf, type SubgraphArguments } from '../graphql/base/subgraph-arguments.ts';
import { relationId } from '../model/ids.ts';

/** The part that a link asks for, in the graph as it is now; null if there is no such article. Throws GraphQLError. */
export async function linkedPart(
  context: Context,
  schema: GraphQLSchema,
  part: LinkedPart,
): Promise<GraphPart | null> {
  switch (part.kind) {
    case 'whole':
      return part;
    case 'article':
      return (await articleById(context, part.article)) ? part : null;
    case 'subgraph': {
      const growth = growthOf(argumentsIn(schema, part.asked));
      const { ids } = await growNodes(context, growth);
      const { relations } = await relationsAmong(context, ids, growth);
      const numbers = await graphNumbers(
        context,
        ids,
        relations.map(({ key }) => relationId(key)),
      );
      return { kind: 'subgraph', ...numbers };
    }
  }
}

/** The filter as the schema reads it, like that of a query. */
function argumentsIn(schema: GraphQLSchema, { filter, ...asked }: AskedSubgraph): SubgraphArguments {
  const type = schema.getType('ClaimFilter');
  if (filter === undefined || !isInputType(type)) return asked;
  return { ...asked, filter: coerceInputValue(filter, type) as ClaimFilter | null };
}
