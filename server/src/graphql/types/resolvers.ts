import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { keptUntilChange } from '../base/graph-state.ts';
import { claimProperties, entityProperties } from './properties.ts';
import { type CountedEntityType, type CountedRelationType, entityTypesOf, relationTypesOf } from './rows.ts';
import { schema } from './schema.ts';
import { claimKeys, entityKeys, labelCounts, relationCounts } from './statements.ts';

export const types: Capability = {
  schema,
  statements: [labelCounts, relationCounts, entityKeys, claimKeys],
  resolvers: {
    Query: { types: () => ({}) },
    Vocabulary: {
      entityTypes: async (_: unknown, __: unknown, context: Context) =>
        entityTypesOf(await context.read(labelCounts, {}), context.vocabulary),
      relationTypes: async (_: unknown, __: unknown, context: Context) =>
        relationTypesOf(
          await keptUntilChange(context, 'relation counts', () => context.read(relationCounts, {})),
          context.vocabulary,
        ),
    },
    EntityType: {
      properties: async ({ name }: CountedEntityType, _: unknown, context: Context) =>
        (await entityProperties(context)).get(name) ?? [],
    },
    RelationType: {
      properties: async ({ name }: CountedRelationType, _: unknown, context: Context) =>
        (await claimProperties(context)).get(name) ?? [],
    },
  },
};
