import { initGraphQLTada } from 'gql.tada';

import type { introspection } from './introspection.generated.ts';

/** Parses a GraphQL document; variables and answer are typed from server/schema.graphql. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { PartialDate: string; URL: string; JSON: unknown };
}>();
