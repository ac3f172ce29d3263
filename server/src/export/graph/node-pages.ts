import { textsOf } from '../../model/stored-values.ts';
import { changedMeanwhile } from './graph.ts';
import type { KindKeys } from './kind-keys.ts';
import { digestOf, textIn } from './node-entry.ts';
import type { NodeEntry } from './node-entry.ts';
import type { OpenPart } from './part.ts';
import { readAhead } from './reads.ts';
import type { Read } from './reads.ts';
import { nodesByNumber } from './statements.ts';
import { typedRows } from './typed-properties.ts';
import type { Properties } from './value.ts';

const NODES_AT_ONCE = 1_000;

/** How the nodes or relations of one graph are read. */
export interface PageReading {
  readonly read: Read;
  readonly keys: KindKeys;
}

interface ReadNode {
  readonly number: number;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** Nodes by their numbers, in pages and in the given order. Throws StoreError CONFLICT if one of them is gone. */
export async function* nodesInOrder(
  reading: PageReading,
  numbers: readonly number[],
): AsyncGenerator<ReadNode> {
  const pages = readAhead(pagesOf(numbers), async (wanted) => ({
    wanted,
    nodes: await readNodes(reading, wanted),
  }));
  for await (const { wanted, nodes } of pages) {
    for (const number of wanted) {
      const node = nodes.get(number);
      if (!node) throw changedMeanwhile();
      yield node;
    }
  }
}

function* pagesOf(numbers: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < numbers.length; at += NODES_AT_ONCE) yield numbers.slice(at, at + NODES_AT_ONCE);
}

async function readNodes(
  { read, keys }: PageReading,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ReadNode>> {
  const reading = { statement: nodesByNumber, parameters: { numbers }, keys, sources: null };
  const rows = await read((transaction) => typedRows(transaction, reading));
  return new Map(
    rows.map(({ row, properties }) => {
      const number = Number(row['number']);
      return [number, { number, labels: textsOf(row['labels']).toSorted(), properties }];
    }),
  );
}

/** What is held of every node. */
export async function nodeEntries(reading: PageReading, part: OpenPart): Promise<readonly NodeEntry[]> {
  const relations = await part.relationCounts();
  const entries: NodeEntry[] = [];
  for await (const { number, labels, properties } of nodesInOrder(reading, part.nodes)) {
    const name = textIn(properties, 'name') ?? textIn(properties, 'title') ?? '';
    const ownId = textIn(properties, 'id');
    const digest = digestOf(labels, properties);
    entries.push({ number, labels, ownId, name, relations: relations.get(number) ?? 0, digest });
  }
  return entries;
}
