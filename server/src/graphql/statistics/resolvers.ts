import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { numberOf } from '../base/row-values.ts';
import { schema } from './schema.ts';
import { articleTotal, claimTotals, entityTotal, sourceTotal } from './statements.ts';

export const statistics: Capability = {
  schema,
  statements: [entityTotal, sourceTotal, articleTotal, claimTotals],
  resolvers: {
    Query: {
      statistics: async (_: unknown, __: unknown, context: Context) => {
        const [[entities], [sources], [articles], [claims], { kind, product }] = await Promise.all([
          context.read(entityTotal, {}),
          context.read(sourceTotal, {}),
          context.read(articleTotal, {}),
          context.read(claimTotals, {}),
          context.ask((store) => store.describe()),
        ]);
        return {
          entities: numberOf(entities?.['count']),
          sources: numberOf(sources?.['count']),
          articles: numberOf(articles?.['count']),
          relations: numberOf(claims?.['relations']),
          claims: numberOf(claims?.['claims']),
          store: kind,
          version: product,
        };
      },
    },
  },
};
