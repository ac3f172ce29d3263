import { relationId } from '../../model/ids.ts';
import type { Relation } from '../../model/relation.ts';
import type { Capability } from '../base/capability.ts';
import type { ClaimFilter } from '../base/claim-filter.ts';
import { type ClaimListArguments, claimsAtHand } from '../base/claim-list.ts';
import { connection, connectionWith, type PageArguments, pageOf } from '../base/connection.ts';
import type { Context } from '../base/context.ts';
import { limits } from '../base/limits.ts';
import { entityById, relationById } from '../base/loads.ts';
import { type RelationOrder, relationSource } from '../base/relation-list.ts';
import { schema } from './schema.ts';

interface ListArguments extends PageArguments {
  readonly filter?: ClaimFilter | null;
  readonly orderBy?: RelationOrder | null;
}

export const relation: Capability = {
  schema,
  statements: [],
  resolvers: {
    Query: {
      relation: (_: unknown, { id }: { readonly id: string }, context: Context) => relationById(context, id),
      relations: (_: unknown, asked: ListArguments, context: Context) => {
        const page = pageOf(asked, { of: 'relations', max: limits.rootPage });
        const scope = { entity: null, direction: 'BOTH', filter: asked.filter } as const;
        const source = relationSource(context, scope, { page, order: asked.orderBy ?? 'CLAIMS' });
        return connectionWith(source, { node: (one) => one, edge: () => ({ neighbor: null }) });
      },
    },
    Relation: {
      id: ({ key }: Relation) => relationId(key),
      type: ({ key }: Relation) => key.type,
      caption: ({ key }: Relation, _: unknown, { vocabulary }: Context) =>
        vocabulary.relationType(key.type).caption,
      source: ({ key }: Relation, _: unknown, context: Context) => entityById(context, key.source),
      target: ({ key }: Relation, _: unknown, context: Context) => entityById(context, key.target),
      sourceId: ({ key }: Relation) => key.source,
      targetId: ({ key }: Relation) => key.target,
      claims: ({ key, claims }: Relation, asked: PageArguments & ClaimListArguments, context: Context) => {
        const page = pageOf(asked, { of: `claims of ${relationId(key)}`, max: limits.nestedPage });
        const own = () => Promise.resolve(claims.map(({ claim }) => claim));
        return connection(
          claimsAtHand(context, own, { page, filter: asked.filter ?? null, orderBy: asked.orderBy ?? null }),
        );
      },
    },
  },
};
