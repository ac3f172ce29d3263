import type { ReadableGraph } from './read-graph.ts';
import type { ExportValue, Properties } from './value.ts';

/** What all values of a property fit in; lists and mixtures are texts. */
export type ColumnType = 'boolean' | 'long' | 'double' | 'string';

export interface Column {
  /** Of the property. */
  readonly name: string;
  readonly type: ColumnType;
}

export interface Columns {
  readonly nodes: readonly Column[];
  readonly relations: readonly Column[];
}

/** Which properties there are, in the order of their names: reads the whole graph once. */
export async function columnsOf(graph: ReadableGraph): Promise<Columns> {
  const nodes = new Map<string, ColumnType>();
  const relations = new Map<string, ColumnType>();
  for await (const { properties } of graph.nodes()) widen(nodes, properties);
  for await (const page of graph.relations()) for (const { properties } of page) widen(relations, properties);
  return { nodes: sorted(nodes), relations: sorted(relations) };
}

function widen(types: Map<string, ColumnType>, properties: Properties): void {
  for (const [name, value] of properties) {
    const type = typeOf(value);
    types.set(name, wider(types.get(name) ?? type, type));
  }
}

function typeOf({ kind }: ExportValue): ColumnType {
  if (kind === 'boolean') return 'boolean';
  if (kind === 'integer') return 'long';
  return kind === 'float' ? 'double' : 'string';
}

/** Integers lose digits as floats only beyond 2^53, and keep them as texts. */
function wider(one: ColumnType, other: ColumnType): ColumnType {
  if (one === other) return one;
  const numbers = [one, other].every((type) => type === 'long' || type === 'double');
  return numbers ? 'double' : 'string';
}

function sorted(types: ReadonlyMap<string, ColumnType>): readonly Column[] {
  return Array.from(types, ([name, type]) => ({ name, type })).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
}
