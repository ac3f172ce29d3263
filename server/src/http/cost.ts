import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromAST,
} from 'graphql';

import { listSizeOf, weightOf } from './cost-directives.ts';

/** What is counted: one operation, with the fragments of its document and the variables as they were coerced. */
export interface CountedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The argument that decides how many items a field brings. */
export interface Slice {
  readonly node: FieldNode;
  readonly argument: string;
  readonly size: number;
}

/** What a field may cost, with all that is selected in it. */
export interface FieldCost {
  /** As it is called in the answer. */
  readonly name: string;
  readonly cost: number;
  /** How often its parts may be there. */
  readonly size: number;
  readonly slice: Slice | null;
  readonly parts: readonly FieldCost[];
}

/** Of a list whose length nothing tells. */
const unknownSize = 5;

/**
 * Counts what an operation may cost, before it runs: `weight + size * (1 + its parts)` for a field that
 * brings objects, its weight for any other, nothing for what the schema says of itself. Weights and sizes are
 * those of `@cost` and `@listSize`; `@skip` and `@include` are not looked at; fields of fragments on several
 * types add up, so that the count is an upper bound. With `resized` one argument is taken to be another number.
 */
export function countCost(counted: CountedOperation, resized?: Slice): readonly FieldCost[] {
  const { schema, operation, fragments, variables } = counted;
  // Each set of fields is counted once, however often fragments bring it in.
  const known = new Map<string, readonly FieldCost[]>();
  const numbers = new Map<SelectionSetNode, number>();

  function costsOf(
    sets: readonly SelectionSetNode[],
    type: GraphQLCompositeType,
    sizes: ReadonlyMap<string, number>,
  ): readonly FieldCost[] {
    const key = [type.name, ...sets.map(numberOf), ...sizes].join(' ');
    const before = known.get(key);
    if (before) return before;
    const costs = [...fieldsOf(sets, type).values()].flatMap((field) => costOf(field, sizes) ?? []);
    known.set(key, costs);
    return costs;
  }

  function numberOf(set: SelectionSetNode): number {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  }

  /** The fields of selections on one type, those of one name merged, as the execution merges them. */
  function fieldsOf(sets: readonly SelectionSetNode[], of: GraphQLCompositeType): Map<string, SelectedField> {
    const fields = new Map<string, SelectedField>();
    const seen = new Set<string>();
    const pending = sets.map((set) => ({ set, type: of }));
    for (let item = pending.pop(); item; item = pending.pop()) {
      for (const selection of item.set.selections) {
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const key = `${item.type.name}.${name}`;
          const nodes = [...(fields.get(key)?.nodes ?? []), selection];
          fields.set(key, { type: item.type, name, nodes });
          continue;
        }
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (!fragment || (selection.kind === Kind.FRAGMENT_SPREAD && seen.has(selection.name.value)))
          continue;
        if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
        const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
        pending.push({
          set: fragment.selectionSet,
          type: isCompositeType(condition) ? condition : item.type,
        });
      }
    }
    return fields;
  }

  function costOf(
    { type, name, nodes }: SelectedField,
    sizes: ReadonlyMap<string, number>,
  ): FieldCost | null {
    const [node] = nodes;
    const field = node && !isUnionType(type) ? type.getFields()[node.name.value] : undefined;
    if (!node || !field) return null;
    const weight = weightOf(field);
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return { name, cost: weight, size: 1, slice: null, parts: [] };
    const slices = slicesOf(field, node);
    const slice = slices.toSorted((one, other) => other.size - one.size)[0] ?? null;
    const { assumedSize, sizedFields } = listSizeOf(field);
    const ownSize = slice?.size ?? assumedSize ?? unknownSize;
    const size = isListType(getNullableType(field.type)) ? (sizes.get(field.name) ?? ownSize) : 1;
    // `maxNodes` is the size of `nodes`; `first` that of whatever the field hands it to.
    const handed = new Map(
      sizedFields.map((sized) => [
        sized,
        slices.find(({ argument }) => argument.toLowerCase().endsWith(sized.toLowerCase()))?.size ?? ownSize,
      ]),
    );
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const parts = costsOf(sets, named, handed);
    return { name, cost: weight + size * (1 + sumOf(parts)), size, slice, parts };
  }

  function slicesOf(field: GraphQLField<unknown, unknown>, node: FieldNode): readonly Slice[] {
    return listSizeOf(field).slicingArguments.flatMap((argument) => {
      if (resized?.node === node && resized.argument === argument) return resized;
      const size = sizeFrom(valueOfArgument(field, node, argument));
      return size === null ? [] : { node, argument, size };
    });
  }

  function valueOfArgument(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    argument: string,
  ): unknown {
    const definition = field.args.find(({ name }) => name === argument);
    const given = node.arguments?.find(({ name }) => name.value === argument);
    if (!definition || !given) return definition?.defaultValue;
    const value = valueFromAST(given.value, definition.type, variables);
    return value === undefined ? definition.defaultValue : value;
  }

  const root = schema.getRootType(operation.operation);
  return root ? costsOf([operation.selectionSet], root, new Map()) : [];
}

interface SelectedField {
  /** That the field is selected on: a fragment's own type where one brings it in. */
  readonly type: GraphQLCompositeType;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
}

/** What all of them cost together. */
export function sumOf(costs: readonly FieldCost[]): number {
  return costs.reduce((sum, { cost }) => sum + cost, 0);
}

function sizeFrom(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? Math.max(0, value) : null;
}
