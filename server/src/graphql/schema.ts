import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

import type { Context } from './base/context.ts';
import { capabilities, writingCapabilities } from './capabilities.ts';

/** The SDL of all capabilities; its `extend type Query` parts are one type in the schema. */
export const typeDefinitions: readonly string[] = [...capabilities, ...writingCapabilities].map(
  ({ schema }) => schema,
);

/** The schema of all capabilities, or of those that only read. Its resolvers expect a context made by `createContext`. */
export function buildSchema({ writable = false }: { readonly writable?: boolean } = {}): GraphQLSchema {
  const served = writable ? [...capabilities, ...writingCapabilities] : capabilities;
  return makeExecutableSchema<Context>({
    typeDefs: served.map(({ schema }) => schema),
    resolvers: served.map(({ resolvers }) => resolvers) as ToolsResolvers,
    inheritResolversFromInterfaces: true,
    resolverValidationOptions: {
      requireResolversToMatchSchema: 'error',
      requireResolversForResolveType: 'error',
    },
  });
}

/** The library's type has no room for resolvers that say what they are given. */
type ToolsResolvers = NonNullable<Parameters<typeof makeExecutableSchema<Context>>[0]['resolvers']>;
