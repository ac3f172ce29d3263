import { bookkeepingLabels } from '../../model/bookkeeping.ts';
import { captionKeyOf } from '../../model/caption.ts';
import { textOf } from '../../model/stored-values.ts';
import { type Form, rowsOf, statement } from '../../store/statement.ts';
import type { Store } from '../../store/store.ts';
import { numberOf, pairsOf } from './row-values.ts';
import { hasPlainId } from './stored-ids.ts';

/** What was found out about the graph as a whole. */
export interface GraphShape {
  /** `claims` where every entity has the label Entity and an id of its own. */
  readonly form: Form;
  /** By label: the property that names its nodes. Empty in a graph of claims, where that is `name`. */
  readonly captions: Readonly<Record<string, string>>;
  /** Nodes of all kinds; 0 in a graph of claims, of which this is not asked. */
  readonly nodes: number;
}

/** The shape of a graph of articles. */
export const graphOfClaims: GraphShape = { form: 'claims', captions: {}, nodes: 0 };

/** Each counted by itself: a store keeps some of these counts, and need not walk for them. */
const nodeTotal = statement({
  name: 'base.shape-nodes',
  cypher: `MATCH (n) RETURN count(n) AS count`,
  example: {},
});

const ownTotals = statement({
  name: 'base.shape-own-nodes',
  cypher: `MATCH (n:Entity) WHERE ${hasPlainId('n')} RETURN count(n) AS count
UNION ALL MATCH (n:Article) WHERE ${hasPlainId('n')} AND NOT n:Entity RETURN count(n) AS count
${bookkeepingLabels.map((label) => `UNION ALL MATCH (n:${label}) RETURN count(n) AS count`).join('\n')}`,
  example: {},
});

const labelTotals = statement({
  name: 'base.shape-labels',
  cypher: `MATCH (n) UNWIND labels(n) AS label RETURN label, count(n) AS count ORDER BY count DESC, label LIMIT $limit`,
  example: { limit: 10 },
});

/** Of what is too long for a name, or of another kind, such as a vector, only that it is there is read. */
const nodesOfLabel = statement({
  name: 'base.shape-samples',
  cypher: `MATCH (n) WHERE $label IN labels(n)
RETURN [key IN keys(n) | [key, CASE WHEN n[key] =~ '(?s).{0,200}' OR n[key] >= 0 OR n[key] < 0 THEN n[key] ELSE '' END]] AS pairs
LIMIT $limit`,
  example: { label: 'Person', limit: 100 },
});

export const shapeStatements = [nodeTotal, ownTotals, labelTotals, nodesOfLabel];

const LABELS = 200;
const SAMPLES = 100;
/** It is done beside the requests, and may walk over all nodes more than once. */
const TIMEOUT_MS = 60_000;

/** Finds out the shape of a graph. Takes a walk over all nodes where it is not one of claims. Throws StoreError. */
export async function readShape(store: Store): Promise<GraphShape> {
  return store.read(
    async (transaction) => {
      const [all] = await rowsOf(transaction, nodeTotal, {});
      const own = await rowsOf(transaction, ownTotals, {});
      const known = own.reduce((sum, { count }) => sum + numberOf(count), 0);
      const nodes = numberOf(all?.['count']);
      if (nodes === known) return graphOfClaims;
      const form = store.features.has('element-id-seek') ? 'elements' : 'numbered';
      const labels = await rowsOf(transaction, labelTotals, { limit: LABELS });
      const captions: Record<string, string> = Object.create(null) as Record<string, string>;
      for (const row of labels) {
        const label = textOf(row['label']);
        if (label === null) continue;
        const samples = await rowsOf(transaction, nodesOfLabel, { label, limit: SAMPLES });
        const key = captionKeyOf(
          label,
          samples.map(({ pairs }) => pairsOf(pairs)),
        );
        if (key !== null) captions[label] = key;
      }
      return { form, captions, nodes };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
