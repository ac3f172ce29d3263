import { createHash } from 'node:crypto';

import { bookkeepingLabels } from '../../server/src/model/bookkeeping.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { Row } from '../../server/src/store/values.ts';

/** What differs between two loads of the same scripts: when they were loaded, and by whom; and the history of loads. */
const volatile = new Set(['loadedAt', 'by']);

/** The whole graph as sorted lines, the same for equal graphs in every store: to be compared, or read in a failure. */
export async function graphLines(store: Store): Promise<readonly string[]> {
  return store.read(async (transaction) => {
    const nodes = await transaction.run(
      'MATCH (n) WHERE NOT n:Load AND NOT n:LoadCounter RETURN labels(n) AS labels, properties(n) AS properties',
    );
    const relations = await transaction.run(
      `MATCH (a)-[r]->(b)
       RETURN type(r) AS type, properties(r) AS properties,
              labels(a) AS sourceLabels, properties(a) AS source, labels(b) AS targetLabels, properties(b) AS target`,
    );
    return [...nodes.rows, ...relations.rows].map(lineOf).toSorted();
  });
}

/** SHA-256 over `graphLines`. */
export async function graphDigest(store: Store): Promise<string> {
  return createHash('sha256')
    .update((await graphLines(store)).join('\n'))
    .digest('hex');
}

/** What scripts made, without what the loader remembers of them. */
export interface GraphSummary {
  readonly nodes: number;
  readonly relations: number;
  /** SHA-256 of labels, types and properties; databases' own ids are no part of it. */
  readonly digest: string;
}

export async function graphSummary(store: Store): Promise<GraphSummary> {
  const lines = (await graphLines(store)).filter(
    (line) => !bookkeepingLabels.some((label) => line.startsWith(`{"labels":["${label}"]`)),
  );
  const nodes = lines.filter((line) => line.startsWith('{"labels"')).length;
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex');
  return { nodes, relations: lines.length - nodes, digest };
}

function lineOf(row: Row): string {
  return JSON.stringify(row, (key, value: unknown) => {
    if (volatile.has(key)) return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    if (key.toLowerCase().endsWith('labels') && Array.isArray(value)) return value.map(String).toSorted();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
