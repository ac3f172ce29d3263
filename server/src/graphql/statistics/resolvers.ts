import type { Statement } from '../../store/statement.ts';
import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { graphState, keptUntilChange } from '../base/graph-state.ts';
import { numberOf } from '../base/row-values.ts';
import { schema } from './schema.ts';
import { articleTotal, claimTotals, entityTotal, sourceTotal } from './statements.ts';

const totalOf =
  (counting: Statement<Record<string, never>>) => async (_: unknown, __: unknown, context: Context) =>
    numberOf((await context.read(counting, {}))[0]?.['count']);

export const statistics: Capability = {
  schema,
  statements: [entityTotal, sourceTotal, articleTotal, claimTotals],
  resolvers: {
    Query: { statistics: () => ({}) },
    Statistics: {
      entities: totalOf(entityTotal),
      sources: totalOf(sourceTotal),
      articles: totalOf(articleTotal),
      relations: async (_: unknown, __: unknown, context: Context) => (await totalsOf(context)).relations,
      claims: async (_: unknown, __: unknown, context: Context) => (await totalsOf(context)).claims,
      store: async (_: unknown, __: unknown, context: Context) =>
        (await context.ask((store) => store.describe())).kind,
      version: async (_: unknown, __: unknown, context: Context) =>
        (await context.ask((store) => store.describe())).product,
      revision: async (_: unknown, __: unknown, context: Context) => {
        const { graph, loads } = await graphState(context);
        return graph && `${graph}.${loads}`;
      },
      databaseIds: (_: unknown, __: unknown, { graph }: Context) => graph.form !== 'claims',
    },
  },
};

/** Which relationships belong to one relation takes a look at all of them. */
function totalsOf(context: Context): Promise<{ readonly relations: number; readonly claims: number }> {
  return context.once('claim totals', () =>
    keptUntilChange(context, 'claim totals', async () => {
      const [totals] = await context.read(claimTotals, {});
      return { relations: numberOf(totals?.['relations']), claims: numberOf(totals?.['claims']) };
    }),
  );
}
