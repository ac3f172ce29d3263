import {
  defaultFieldResolver,
  type ExecutionResult,
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Execute } from './execute.ts';

/** Takes note of objects that an answer is going to hold; false where they are too many. */
type Count = (objects: number) => boolean;

/** By the context of the request that is executed. */
const counts = new WeakMap<object, Count>();

/**
 * Ends a query whose answer would hold more objects than memory bears: lists inside lists multiply, however
 * small the graph and short the document. They are counted while they are found, because most lists are
 * far shorter than what was asked for.
 */
export function answerLimit(maxObjects: number): Plugin<object> {
  return {
    onSchemaChange: ({ schema }) => countObjects(schema),
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(withinObjects(maxObjects, executeFn));
    },
  };
}

/** Executes with the limit. */
export function withinObjects(maxObjects: number, execute: Execute): Execute {
  return async (execution) => {
    let objects = 0;
    const tooMany = new Promise<ExecutionResult>((resolve) => {
      counts.set(execution.contextValue as object, (more) => {
        objects += more;
        if (objects > maxObjects) resolve({ errors: [tooManyObjects(maxObjects)] });
        return objects <= maxObjects;
      });
    });
    return Promise.race([execute(execution), tooMany]);
  };
}

const prepared = new WeakSet<GraphQLSchema>();

/** Has every field that gives objects count them. */
function countObjects(schema: GraphQLSchema): void {
  if (prepared.has(schema)) return;
  prepared.add(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isCompositeType(getNamedType(field.type))) field.resolve = counting(field.resolve);
    }
  }
}

function counting(
  resolve: GraphQLFieldResolver<unknown, object> = defaultFieldResolver,
): GraphQLFieldResolver<unknown, object> {
  return (...asked) => {
    const count = counts.get(asked[2]);
    const counted = (value: unknown): unknown =>
      count === undefined || count(Array.isArray(value) ? value.length : 1) ? value : abandoned();
    if (count?.(0) === false) return abandoned();
    const found: unknown = resolve(...asked);
    return found instanceof Promise ? found.then(counted) : counted(found);
  };
}

/** What nobody waits for any more: it goes no further, and memory forgets it. */
function abandoned(): Promise<never> {
  return new Promise(() => undefined);
}

function tooManyObjects(max: number): GraphQLError {
  return new GraphQLError(
    `The answer would hold more than ${max} objects, since lists inside lists multiply. Ask for smaller pages, or for the inner lists in further queries.`,
    { extensions: { code: 'QUERY_TOO_COSTLY', limit: 'objects', max, http: { status: 400, spec: true } } },
  );
}
