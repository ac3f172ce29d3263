import { groupBy } from '../../lib/group-by.ts';
import type { Store } from '../../store/store.ts';
import type { ExportRequest } from '../format.ts';
import { changedMeanwhile } from './graph.ts';
import type { GraphNode, GraphRelation, NodeRef } from './graph.ts';
import { KindKeys } from './kind-keys.ts';
import { compareTexts, digestOf, saidBy } from './node-entry.ts';
import type { NodeEntry } from './node-entry.ts';
import { orderNodes } from './node-order.ts';
import { nodeEntries, nodesInOrder } from './node-pages.ts';
import { openPart } from './part.ts';
import { pageReads } from './reads.ts';
import { relationPages } from './relation-pages.ts';
import type { StoredRelation } from './relation-pages.ts';
import type { Properties } from './value.ts';

/**
 * A graph, or a part of one, ready to be read in its fixed order as often as needed. Held in
 * memory are the nodes' names, ids and checksums, about 400 bytes each, and while relations are read those
 * of a thousand nodes; if nodes say the very same, the relations around those while the order is made.
 */
export interface ReadableGraph {
  readonly refs: readonly NodeRef[];
  /** Throws StoreError CONFLICT if the graph has changed since it was opened. */
  nodes(): AsyncGenerator<GraphNode>;
  /** By source, type, target and properties; in groups that end between two sources. Throws like `nodes`. */
  relations(): AsyncGenerator<readonly GraphRelation[]>;
}

export async function readGraph(store: Store, { part, signal }: ExportRequest): Promise<ReadableGraph> {
  const read = pageReads(store, signal);
  const opened = await openPart(read, part);
  const ofNodes = { read, keys: new KindKeys() };
  const ofRelations = { read, keys: new KindKeys() };
  const entries = await nodeEntries(ofNodes, opened);
  const ordered = await orderNodes(entries, () => relationPages(ofRelations, opened, entries));
  const refs = refsOf(ordered);
  const byNumber = new Map(refs.map((ref) => [ref.number, ref]));

  async function* nodes(): AsyncGenerator<GraphNode> {
    let rank = 0;
    const numbers = refs.map(({ number }) => number);
    for await (const node of nodesInOrder(ofNodes, numbers)) {
      const ref = refs[rank];
      if (!ref || ordered[rank]?.digest !== digestOf(node.labels, node.properties)) throw changedMeanwhile();
      yield { ref, properties: node.properties };
      rank += 1;
    }
  }

  async function* relations(): AsyncGenerator<readonly GraphRelation[]> {
    for await (const page of relationPages(ofRelations, opened, refs)) yield inOrder(page, byNumber);
  }

  return { refs, nodes, relations };
}

function refsOf(entries: readonly NodeEntry[]): readonly NodeRef[] {
  const sameId = groupBy(entries, ({ ownId }) => ownId);
  return entries.map(({ number, labels, ownId, name, relations }, rank) => {
    const unique =
      ownId !== null && ownId !== '' && !/^_\d+$/u.test(ownId) && sameId.get(ownId)?.length === 1;
    return { rank, number, id: unique ? ownId : `_${rank}`, name, labels, relations };
  });
}

function inOrder(
  page: readonly StoredRelation[],
  refs: ReadonlyMap<number, NodeRef>,
): readonly GraphRelation[] {
  const placed = page.map(({ source, target, type, properties }) => {
    const [from, to] = [refs.get(source), refs.get(target)];
    if (!from || !to) throw changedMeanwhile();
    return { source: from, target: to, type, properties };
  });
  return placed.toSorted(
    (one, other) =>
      one.source.rank - other.source.rank ||
      compareTexts(one.type, other.type) ||
      one.target.rank - other.target.rank ||
      compareTexts(saidOnce(one.properties), saidOnce(other.properties)),
  );
}

/** Only parallel relations are told apart by what they say, which takes long to write out. */
const said = new WeakMap<Properties, string>();

function saidOnce(properties: Properties): string {
  const known = said.get(properties);
  if (known !== undefined) return known;
  const text = saidBy(properties);
  said.set(properties, text);
  return text;
}
