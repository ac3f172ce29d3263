import { kindOfId } from '../../model/ids.ts';
import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded } from '../base/errors.ts';
import { limits } from '../base/limits.ts';
import { articleById, claimById, entityById, relationById } from '../base/loads.ts';
import { nodeTypeOf } from '../base/node-type.ts';
import { schema } from './schema.ts';

export const node: Capability = {
  schema,
  statements: [],
  resolvers: {
    Node: { __resolveType: nodeTypeOf },
    Query: {
      node: (_: unknown, { id }: { readonly id: string }, context: Context) => nodeById(context, id),
      nodes: (_: unknown, { ids }: { readonly ids: readonly string[] }, context: Context) => {
        if (ids.length > limits.ids) {
          const remedy = 'Ask for the others in a second query.';
          throw limitExceeded({ limit: 'ids', value: ids.length, max: limits.ids, remedy });
        }
        return Promise.all(ids.map((id) => nodeById(context, id)));
      },
    },
  },
};

async function nodeById(context: Context, id: string): Promise<unknown> {
  switch (kindOfId(id)) {
    case 'relation':
      return relationById(context, id);
    case 'claim':
      return claimById(context, id);
    case 'entity-or-article': {
      // Asked for together, so that the nodes of one list take two statements and not two each.
      const [entity, article] = await Promise.all([entityById(context, id), articleById(context, id)]);
      return entity ?? article;
    }
  }
}
