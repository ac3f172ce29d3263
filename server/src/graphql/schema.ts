import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

import type { Context } from './base/context.ts';
import { capabilities } from './capabilities.ts';

/** The SDL of all capabilities; its `extend type Query` parts are one type in the schema. */
export const typeDefinitions: readonly string[] = capabilities.map(({ schema }) => schema);

/** The schema of all capabilities. Its resolvers expect a context made by `createContext`. */
export function buildSchema(): GraphQLSchema {
  return makeExecutableSchema<Context>({
    typeDefs: [...typeDefinitions],
    resolvers: capabilities.map(({ resolvers }) => resolvers) as ToolsResolvers,
    inheritResolversFromInterfaces: true,
    resolverValidationOptions: {
      requireResolversToMatchSchema: 'error',
      requireResolversForResolveType: 'error',
    },
  });
}

/** The library's type has no room for resolvers that say what they are given. */
type ToolsResolvers = NonNullable<Parameters<typeof makeExecutableSchema<Context>>[0]['resolvers']>;
