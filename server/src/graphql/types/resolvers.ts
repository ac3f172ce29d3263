import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { entityTypesOf, relationTypesOf } from './rows.ts';
import { schema } from './schema.ts';
import { labelCounts, relationCounts } from './statements.ts';

export const types: Capability = {
  schema,
  statements: [labelCounts, relationCounts],
  resolvers: {
    Query: { types: () => ({}) },
    Vocabulary: {
      entityTypes: async (_: unknown, __: unknown, context: Context) =>
        entityTypesOf(await context.read(labelCounts, {}), context.vocabulary),
      relationTypes: async (_: unknown, __: unknown, context: Context) =>
        relationTypesOf(await context.read(relationCounts, {}), context.vocabulary),
    },
  },
};
