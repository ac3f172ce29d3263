import { groupBy } from '../../lib/group-by.ts';
import type { Store } from '../../store/store.ts';
import { changedMeanwhile } from './graph.ts';
import type { GraphNode, GraphRelation, NodeRef } from './graph.ts';
import { compareTexts, digestOf, saidBy } from './node-entry.ts';
import type { NodeEntry } from './node-entry.ts';
import { orderNodes } from './node-order.ts';
import { nodeEntries, nodesInOrder, numbersInScope, scopeOf } from './node-pages.ts';
import { relationPages } from './relation-pages.ts';
import type { StoredRelation } from './relation-pages.ts';

/**
 * A graph, or the part of one article, ready to be read in its fixed order as often as needed. Held in
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

export async function readGraph(store: Store, article: string | null): Promise<ReadableGraph> {
  const scope = scopeOf(article);
  const numbers = await numbersInScope(store, article);
  const entries = await nodeEntries(store, numbers, scope);
  const ordered = await orderNodes(entries, () => relationPages(store, entries, scope));
  const refs = refsOf(ordered);
  const byNumber = new Map(refs.map((ref) => [ref.number, ref]));

  async function* nodes(): AsyncGenerator<GraphNode> {
    let rank = 0;
    for await (const node of nodesInOrder(
      store,
      refs.map(({ number }) => number),
    )) {
      const ref = refs[rank];
      if (!ref || ordered[rank]?.digest !== digestOf(node.labels, node.properties)) throw changedMeanwhile();
      yield { ref, properties: node.properties };
      rank += 1;
    }
  }

  async function* relations(): AsyncGenerator<readonly GraphRelation[]> {
    for await (const page of relationPages(store, refs, scope)) yield inOrder(page, byNumber);
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
  return page
    .map(({ source, target, type, properties }) => {
      const [from, to] = [refs.get(source), refs.get(target)];
      if (!from || !to) throw changedMeanwhile();
      return { relation: { source: from, target: to, type, properties }, said: saidBy(properties) };
    })
    .toSorted(
      ({ relation: one, said }, { relation: other, said: otherSaid }) =>
        one.source.rank - other.source.rank ||
        compareTexts(one.type, other.type) ||
        one.target.rank - other.target.rank ||
        compareTexts(said, otherSaid),
    )
    .map(({ relation }) => relation);
}
