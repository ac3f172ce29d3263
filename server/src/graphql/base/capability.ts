import type { GraphQLScalarType } from 'graphql';

import type { Statement } from '../../store/statement.ts';

/** One thing that the API can do: its types and fields, what answers them, and the Cypher it runs. */
export interface Capability {
  /** SDL with descriptions; fields of the root in `extend type Query`. */
  readonly schema: string;
  readonly resolvers: Resolvers;
  /** Every statement that it may run: tests run each on every store. */
  readonly statements: readonly Statement[];
}

/** By type: a scalar, or its fields' resolvers (and `__resolveType` of an interface). */
export type Resolvers = Readonly<
  Record<
    string,
    | GraphQLScalarType
    | Readonly<Record<string, (...given: never[]) => unknown>>
    // Fields of the subscription: what comes, and what is shown of it.
    | Readonly<Record<string, Readonly<Record<'subscribe' | 'resolve', (...given: never[]) => unknown>>>>
    // An enum: the value in the schema to the value in the model.
    | Readonly<Record<string, string>>
  >
>;
