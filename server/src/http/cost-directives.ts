import { type GraphQLField, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** What `@listSize` says of a field. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments that say how many items the field brings. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answer that hold them, where the field is not the list itself. */
  readonly sizedFields: readonly string[];
}

const weights = new WeakMap<Field, number>();
const listSizes = new WeakMap<Field, ListSize>();

/** What `@cost` says of a field; 0 where it says nothing. */
export function weightOf(field: Field): number {
  const known = weights.get(field);
  if (known !== undefined) return known;
  const { weight } = argumentsOf(field, 'cost');
  const read = typeof weight === 'number' ? weight : 0;
  weights.set(field, read);
  return read;
}

/** What `@listSize` says of a field; nothing of one without it. */
export function listSizeOf(field: Field): ListSize {
  const known = listSizes.get(field);
  if (known) return known;
  const { assumedSize, slicingArguments, sizedFields } = argumentsOf(field, 'listSize');
  const read = {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: names(slicingArguments),
    sizedFields: names(sizedFields),
  };
  listSizes.set(field, read);
  return read;
}

function argumentsOf(field: Field, directive: string): Readonly<Record<string, unknown>> {
  const given = field.astNode?.directives?.find(({ name }) => name.value === directive)?.arguments ?? [];
  return Object.fromEntries(given.map(({ name, value }) => [name.value, constantOf(value)]));
}

function constantOf(value: ValueNode): unknown {
  return value.kind === Kind.VARIABLE ? undefined : valueFromASTUntyped(value);
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
