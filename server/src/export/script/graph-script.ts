import { groupBy } from '../../lib/group-by.ts';
import { rowsOf, statement } from '../../store/statement.ts';
import type { Store } from '../../store/store.ts';
import type { ExportRequest } from '../format.ts';
import type { GraphNode, GraphRelation, NodeRef } from '../graph/graph.ts';
import { valueIn } from '../graph/node-entry.ts';
import { readGraph } from '../graph/read-graph.ts';
import { mapInCypher, nameInCypher, valueInCypher } from '../text/cypher-value.ts';
import { Batch } from './batch.ts';
import type { BatchShape } from './batch.ts';
import { readSchema, schemaStatements } from './schema.ts';
import type { Schema } from './schema.ts';

/** Raised when the form of the script changes. */
const version = 1;

const head = `// Claimgraph export ${version}
// Loads into a graph that holds none of this: \`claimgraph load <this file>\`. Whatever is there already is refused.

`;

/** By what relations find a node again. */
interface NodeKey {
  /** The pattern of a node that has it, but for the value; null if the node is found by its number. */
  readonly pattern: ((value: string) => string) | null;
  /** A literal. */
  readonly value: string;
}

/** How many nodes have this property. */
const carriersOf = statement({
  name: 'export.carriers',
  cypher: `MATCH (n) WHERE n[$key] IS NOT NULL RETURN count(n) AS carriers`,
  example: { key: 'name' },
});

/**
 * The graph, or a part of it, as a script that makes an identical one. Nodes are found again by what is declared to
 * be unique of them; the others carry a number until the script's last statement takes it away.
 */
export async function* graphScript(store: Store, request: ExportRequest): AsyncGenerator<string> {
  const schema = await readSchema(store);
  const graph = await readGraph(store, request);
  const joined = graph.refs.some(({ relations }) => relations > 0);
  const script = new GraphScript(schema, joined ? await freeProperty(store) : null);
  yield head;
  const statements = schemaStatements(schema);
  if (statements.length > 0) yield `${statements.join('')}\n`;
  for await (const node of graph.nodes()) yield script.node(node);
  yield script.endOfNodes();
  for await (const page of graph.relations()) yield script.relations(page);
  yield script.end();
}

/** A property that no node has. */
async function freeProperty(store: Store): Promise<string> {
  for (let name = '_claimgraph_export'; ; name = `_${name}`) {
    const [row] = await store.read((transaction) => rowsOf(transaction, carriersOf, { key: name }));
    if (Number(row?.['carriers']) === 0) return name;
  }
}

class GraphScript {
  readonly #unique: readonly (readonly [label: string, property: string])[];
  readonly #numberName: string | null;
  readonly #keys = new Map<number, NodeKey>();
  readonly #batch = new Batch();
  #numbered = 0;

  constructor({ unique }: Schema, numberName: string | null) {
    this.#unique = unique.flatMap(({ label, properties: [property, ...more] }) =>
      property !== undefined && more.length === 0 ? [[label, property] as const] : [],
    );
    this.#numberName = numberName === null ? null : nameInCypher(numberName);
  }

  node({ ref, properties }: GraphNode): string {
    const labels = ref.labels.map((label) => `:${nameInCypher(label)}`).join('');
    const map = mapInCypher(properties);
    const key = this.#numberName === null ? null : this.#uniqueKey({ ref, properties });
    if (this.#numberName === null || key !== null) {
      if (key !== null) this.#keys.set(ref.rank, key);
      return this.#batch.add(map, { before: '', after: `CREATE (n${labels})\nSET n = row` });
    }
    const number = String(this.#numbered);
    this.#numbered += 1;
    this.#keys.set(ref.rank, { pattern: null, value: number });
    const set = `SET n = row.properties, n.${this.#numberName} = row.number`;
    return this.#batch.add(`{number: ${number}, properties: ${map}}`, {
      before: '',
      after: `CREATE (n${labels})\n${set}`,
    });
  }

  endOfNodes(): string {
    return this.#batch.end();
  }

  /** Relations of one shape go together: within a page their order means nothing to a graph. */
  relations(page: readonly GraphRelation[]): string {
    const rows = page.map((relation) => this.#row(relation));
    const alike = groupBy(rows, ({ shape }) => shape.before + shape.after);
    const statements = Array.from(alike).flatMap(([, group]) =>
      group.map(({ row, shape }) => this.#batch.add(row, shape)),
    );
    return statements.join('') + this.#batch.end();
  }

  end(): string {
    const name = this.#numberName;
    if (name === null || this.#numbered === 0) return '';
    return `MATCH (n) WHERE n.${name} IS NOT NULL\nSET n.${name} = null;\n`;
  }

  #uniqueKey({ ref, properties }: GraphNode): NodeKey | null {
    for (const [label, property] of this.#unique) {
      const value = ref.labels.includes(label) ? valueIn(properties, property) : undefined;
      if (value?.kind !== 'text' && value?.kind !== 'integer') continue;
      const start = `:${nameInCypher(label)} {${nameInCypher(property)}: `;
      return { pattern: (expression) => `${start}${expression}}`, value: valueInCypher(value) };
    }
    return null;
  }

  #row({ source, target, type, properties }: GraphRelation): { row: string; shape: BatchShape } {
    const ends = [this.#end('a', source), this.#end('b', target)];
    const row = `{a: ${this.#value(source)}, b: ${this.#value(target)}, properties: ${mapInCypher(properties)}}`;
    const byNumber = ends.flatMap(({ name, pattern }) =>
      pattern === null ? [`nodes[row.${name}] AS ${name}`] : [],
    );
    const byKey = ends.flatMap(({ name, pattern }) =>
      pattern === null ? [] : [`(${name}${pattern(`row.${name}`)})`],
    );
    const after = [
      ...(byNumber.length > 0 ? [`WITH row, ${byNumber.join(', ')}`] : []),
      ...(byKey.length > 0 ? [`MATCH ${byKey.join(', ')}`] : []),
      `CREATE (a)-[r:${nameInCypher(type)}]->(b)`,
      'SET r = row.properties',
    ];
    return { row, shape: { before: byNumber.length > 0 ? this.#collected() : '', after: after.join('\n') } };
  }

  #end(name: 'a' | 'b', { rank }: NodeRef): { name: string; pattern: NodeKey['pattern'] } {
    return { name, pattern: this.#keys.get(rank)?.pattern ?? null };
  }

  #value({ rank }: NodeRef): string {
    return this.#keys.get(rank)?.value ?? 'null';
  }

  /** All numbered nodes in the order of their numbers, so that a number is a place in the list. */
  #collected(): string {
    const name = this.#numberName ?? '';
    return `MATCH (n) WHERE n.${name} IS NOT NULL\nWITH n ORDER BY n.${name}\nWITH collect(n) AS nodes\n`;
  }
}
