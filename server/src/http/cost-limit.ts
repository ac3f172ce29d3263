import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
} from 'graphql';

import { limits } from '../graphql/base/limits.ts';
import { countCost, type CountedOperation, type FieldCost, type Slice, sumOf } from './cost.ts';
import type { Execute } from './execute.ts';
import { digestOfDocument, explorerDocuments } from './explorer-documents.ts';

/**
 * Refuses what may cost too much, before anything of it runs, and says in `extensions.cost` of every answer
 * how much was asked for, how much came, and how much is allowed.
 */
export function withinCost(maximum: number, execute: Execute): Execute {
  return async (execution) => {
    const { requested, refusal } = judgeCost(execution, maximum);
    // Without an operation or with variables of a wrong type there is nothing to count, and the execution says so.
    if (requested === null) return execute(execution);
    const result: ExecutionResult = refusal ? { errors: [refusal] } : await execute(execution);
    const actual = actualCost(result);
    return { ...result, extensions: { ...result.extensions, cost: { requested, actual, maximum } } };
  };
}

interface Judged {
  /** Null where nothing can be counted. */
  readonly requested: number | null;
  /** Null where it may run. */
  readonly refusal: GraphQLError | null;
}

/** What an operation may cost, and why it may not run if that is too much. */
export function judgeCost(execution: ExecutionArgs, maximum: number): Judged {
  const counted = countedOf(execution);
  if (!counted) return { requested: null, refusal: null };
  const costs = countCost(counted);
  const requested = sumOf(costs);
  const passes = requested <= maximum || explorerDocuments.has(digestOfDocument(execution.document));
  return { requested, refusal: passes ? null : tooCostly(counted, { costs, requested, maximum }) };
}

/** What an answer did cost: what came back, and the weights of the fields that were worked out. */
export function actualCost(result: ExecutionResult): number {
  return costIn(result, 'actual');
}

/** What it might have cost. */
export function requestedCost(result: ExecutionResult): number {
  return costIn(result, 'requested');
}

function costIn({ extensions }: ExecutionResult, part: 'actual' | 'requested'): number {
  const cost = extensions?.['cost'];
  return typeof cost === 'object' && cost !== null ? Number(Reflect.get(cost, part) ?? 0) : 0;
}

function countedOf({
  schema,
  document,
  operationName,
  variableValues,
}: ExecutionArgs): CountedOperation | null {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (!coerced) return null;
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return {
    schema,
    operation,
    variables: coerced,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

interface Excess {
  readonly costs: readonly FieldCost[];
  readonly requested: number;
  readonly maximum: number;
}

function tooCostly(counted: CountedOperation, { costs, requested, maximum }: Excess): GraphQLError {
  const { path, value } = heaviest(costs);
  const names = path.map(({ name }) => name).join('.');
  const passing = largestThatPasses(counted, path, maximum);
  const remedy = passing
    ? `It passes with at most ${passing.argument}: ${passing.size} at ${passing.at}.`
    : 'Ask for the inner lists in further queries.';
  return new GraphQLError(
    `The query may cost ${requested} points, and at most ${maximum} are allowed. ${value} of them are for ${names}. ${remedy}`,
    {
      extensions: {
        code: 'QUERY_TOO_COSTLY',
        limit: 'cost',
        value: requested,
        max: maximum,
        heaviest: names,
        heaviestCost: value,
        ...(passing && { passes: { [passing.argument]: passing.size, at: passing.at } }),
        http: { status: 400, spec: true },
      },
    },
  );
}

/** Down from the costliest field to the costliest in it, as long as that is most of it; with all that is multiplied. */
function heaviest(costs: readonly FieldCost[]): { path: readonly FieldCost[]; value: number } {
  const path: FieldCost[] = [];
  let [multiplied, value, rest] = [1, 0, costs];
  for (;;) {
    const next = rest.toSorted((one, other) => other.cost - one.cost)[0];
    if (!next || (path.length > 0 && next.cost * multiplied * 2 < value)) return { path, value };
    path.push(next);
    value = next.cost * multiplied;
    multiplied *= next.size;
    rest = next.parts;
  }
}

interface Passing {
  readonly argument: string;
  readonly size: number;
  /** The field that has the argument, with its place. */
  readonly at: string;
}

/** The largest page on the way, or the next one, made as small as it has to be; null where one alone does not do. */
function largestThatPasses(
  counted: CountedOperation,
  path: readonly FieldCost[],
  maximum: number,
): Passing | null {
  const slices = path.flatMap(({ slice }, depth) => (slice ? [{ slice, depth }] : []));
  for (const { slice, depth } of slices.toSorted((one, other) => other.slice.size - one.slice.size)) {
    const size = Math.min(largestSize(counted, slice, maximum), largestAllowed(slice, depth));
    if (size > 0) {
      const at = path.slice(0, depth + 1).map(({ name }) => name);
      return { argument: slice.argument, size, at: at.join('.') };
    }
  }
  return null;
}

/** What the argument itself allows: a page that is refused is no advice. */
function largestAllowed({ argument }: Slice, depth: number): number {
  switch (argument) {
    case 'first':
    case 'last':
      return depth === 0 ? limits.rootPage : limits.nestedPage;
    case 'maxNodes':
      return limits.subgraphNodes;
    case 'maxRelations':
      return limits.subgraphRelations;
    case 'names':
      return limits.names;
    case 'k':
      return limits.paths;
    default:
      return limits.ids;
  }
}

/** Cost grows evenly with a page; 0 where not even a page of one would pass. */
function largestSize(counted: CountedOperation, slice: Slice, maximum: number): number {
  const costWith = (size: number): number => sumOf(countCost(counted, { ...slice, size }));
  const [none, all] = [costWith(0), costWith(slice.size)];
  if (none >= maximum || all === none) return 0;
  const size = Math.floor(((maximum - none) * slice.size) / (all - none));
  return costWith(size) <= maximum ? size : 0;
}
