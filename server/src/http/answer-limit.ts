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

import { weightOf } from './cost-directives.ts';
import type { Execute } from './execute.ts';

/** Takes note of objects that an answer is going to hold, and of what a field costs; false where it holds too many. */
type Count = (objects: number, weight?: number) => boolean;

/** By the context of the request that is executed. */
const counts = new WeakMap<object, Count>();

/**
 * Ends a query whose answer would hold more objects than memory bears: lists inside lists multiply, however
 * small the graph and short the document. They are counted while they are found, because most lists are
 * far shorter than what was asked for. `extensions.cost.actual` says what came: objects, and weights of fields.
 * The schema has to be prepared by `countObjects`.
 */
export function withinObjects(maxObjects: number, execute: Execute): Execute {
  return async (execution) => {
    let objects = 0;
    let weights = 0;
    const tooMany = new Promise<ExecutionResult>((resolve) => {
      counts.set(execution.contextValue as object, (more, weight = 0) => {
        objects += more;
        weights += weight;
        if (objects > maxObjects) resolve({ errors: [tooManyObjects(maxObjects)] });
        return objects <= maxObjects;
      });
    });
    const result = await Promise.race([execute(execution), tooMany]);
    return { ...result, extensions: { ...result.extensions, cost: { actual: objects + weights } } };
  };
}

const prepared = new WeakSet<GraphQLSchema>();

/** Has every field that gives objects count them, and every one that has a weight. */
export function countObjects(schema: GraphQLSchema): void {
  if (prepared.has(schema)) return;
  prepared.add(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const weight = weightOf(field);
      const counts = isCompositeType(getNamedType(field.type)) ? objectsIn : () => 0;
      if (weight > 0 || counts === objectsIn) field.resolve = counting({ weight, counts }, field.resolve);
    }
  }
}

interface Counted {
  /** Of the field itself, whatever it brings. */
  readonly weight: number;
  readonly counts: (value: unknown) => number;
}

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return value === null || value === undefined ? 0 : 1;
}

function counting(
  { weight, counts: objectsOf }: Counted,
  resolve: GraphQLFieldResolver<unknown, object> = defaultFieldResolver,
): GraphQLFieldResolver<unknown, object> {
  return (...asked) => {
    const count = counts.get(asked[2]);
    const counted = (value: unknown): unknown =>
      count === undefined || count(objectsOf(value)) ? value : abandoned();
    if (count?.(0, weight) === false) return abandoned();
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
