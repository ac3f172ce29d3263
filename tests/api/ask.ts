import { execute, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';

import { createContext } from '../../server/src/graphql/base/context.ts';
import { readShape } from '../../server/src/graphql/base/graph-shape.ts';
import { buildSchema } from '../../server/src/graphql/schema.ts';
import type { Store } from '../../server/src/store/store.ts';
import { shippedVocabulary } from '../support/loaded-store.ts';

// eslint-disable-next-line typescript/no-explicit-any -- answers are asserted as a whole, not typed field by field
export type Data = Record<string, any>;

/** Asks the API without a server between: the same schema and the same context. */
export interface Api {
  /** The data of a document that has to succeed. */
  data(document: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The errors of a document that has to fail. */
  errors(document: string, variables?: Record<string, unknown>): Promise<readonly GraphQLFormattedError[]>;
}

export async function apiOf(store: Store): Promise<Api> {
  const schema = buildSchema();
  const vocabulary = await shippedVocabulary();
  const graph = await readShape(store);
  const answer = (document: string, variables: Record<string, unknown> = {}) =>
    run({ schema, document, variables, contextValue: createContext({ store, vocabulary, graph }) });
  return {
    data: async (document, variables) => {
      const { data, errors } = await answer(document, variables);
      if (errors) throw new AggregateError(errors, `The query failed: ${errors.map(String).join('\n')}`);
      return JSON.parse(JSON.stringify(data)) as Data;
    },
    errors: async (document, variables) => {
      const { errors } = await answer(document, variables);
      if (!errors) throw new Error('The query succeeded.');
      return errors.map((error) => error.toJSON());
    },
  };
}

interface Run {
  readonly schema: GraphQLSchema;
  readonly document: string;
  readonly variables: Record<string, unknown>;
  readonly contextValue: unknown;
}

async function run({ schema, document, variables, contextValue }: Run) {
  const parsed = parse(document);
  const mistakes = validate(schema, parsed);
  if (mistakes.length > 0) throw new AggregateError(mistakes, mistakes.map(String).join('\n'));
  return execute({ schema, document: parsed, variableValues: variables, contextValue });
}
