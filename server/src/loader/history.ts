import { rowsOf, statement } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { boundedChange, changeCounts } from './bounded-change.ts';
import type { ChangeCounts } from './bounded-change.ts';
import type { GraphChange } from './report.ts';
import { textOf } from './row-values.ts';

/** What is told of one load or unload when it is written. */
export interface LoadEvent {
  /** What `nextLoad` gave in this transaction. */
  readonly sequence: number;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly action: 'load' | 'unload';
  /** What the ledger knows the script by; null where it knew none. */
  readonly path: string | null;
  readonly article: string | null;
  readonly change: GraphChange;
}

/** One load or unload as the graph remembers it: a node `Load`, written in the load's own transaction. */
export interface LoadRecord extends LoadEvent {
  /** Its long lists are cut at `keptItems`. */
  readonly change: GraphChange;
  /** How long the lists of the change were before they were cut. */
  readonly counts: ChangeCounts;
}

/**
 * Takes the one counter node for the rest of the transaction, so that whoever writes next waits until this
 * one has ended. The node is written before it is read: a lock taken afterwards would guard an old number.
 */
const takeCounter = statement({
  name: 'history.take-counter',
  cypher: `MERGE (c:LoadCounter {id: 'loads'}) SET c.taken = true
WITH c RETURN c.sequence AS sequence`,
  example: {},
});

/** Made anew where the script has deleted everything, as scripts may that begin with an empty graph. */
const advanceCounter = statement({
  name: 'history.advance-counter',
  cypher: `MERGE (c:LoadCounter {id: 'loads'}) SET c.sequence = $sequence`,
  example: { sequence: 1 },
});

const writeLoad = statement({
  name: 'history.write',
  cypher: `CREATE (l:Load {sequence: $sequence})
SET l.at = $at, l.by = $by, l.action = $action, l.path = $path, l.article = $article,
    l.change = $change, l.counts = $counts`,
  example: {
    sequence: 1_000_000,
    at: '2030-01-01T00:00:00.000Z',
    by: 'ana',
    action: 'load',
    path: 'example.cypher',
    article: '2030-01-01-example',
    change: '{}',
    counts: '{}',
  },
});

const loadsAfter = statement({
  name: 'history.after',
  cypher: `MATCH (l:Load) WHERE l.sequence > $after
RETURN l.sequence AS sequence, l.at AS at, l.by AS by, l.action AS action, l.path AS path,
       l.article AS article, l.change AS change, l.counts AS counts
ORDER BY sequence LIMIT $limit`,
  example: { after: 0, limit: 10 },
});

const counterValue = statement({
  name: 'history.last',
  cypher: `MATCH (c:LoadCounter {id: 'loads'}) RETURN c.sequence AS sequence`,
  example: {},
});

/**
 * The number that this load will have, from 1, without gaps: first thing in a transaction that writes,
 * because it makes all writers wait for each other. A transaction that records nothing uses none up.
 */
export async function nextLoad(transaction: Transaction): Promise<number> {
  const [row] = await rowsOf(transaction, takeCounter, {});
  return numberOf(row?.['sequence']) + 1;
}

/** Writes what `nextLoad` was called for. Lists longer than `keptItems` are cut; their lengths are kept. */
export async function recordLoad(transaction: Transaction, event: LoadEvent): Promise<void> {
  const { sequence, at, by, action, path, article, change } = event;
  await Promise.all([
    transaction.run(advanceCounter.cypher, { sequence }),
    transaction.run(writeLoad.cypher, {
      sequence,
      at,
      by,
      action,
      path,
      article,
      change: JSON.stringify(boundedChange(change)),
      counts: JSON.stringify(changeCounts(change)),
    }),
  ]);
}

/** The loads behind a number, oldest first, at most `limit`. */
export async function readLoads(
  transaction: Transaction,
  range: { readonly after: number; readonly limit: number },
): Promise<readonly LoadRecord[]> {
  const rows = await rowsOf(transaction, loadsAfter, { after: range.after, limit: range.limit });
  return rows.map((row) => ({
    sequence: numberOf(row['sequence']),
    at: textOf(row['at']),
    by: textOf(row['by']),
    action: row['action'] === 'unload' ? 'unload' : 'load',
    path: textOf(row['path']) || null,
    article: textOf(row['article']) || null,
    // Written by `recordLoad` alone: scripts may not touch these nodes.
    change: JSON.parse(textOf(row['change'])) as GraphChange,
    counts: JSON.parse(textOf(row['counts'])) as ChangeCounts,
  }));
}

/** The number of the last load; 0 before the first. */
export async function lastLoad(transaction: Transaction): Promise<number> {
  const [row] = await rowsOf(transaction, counterValue, {});
  return numberOf(row?.['sequence']);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

export const historyStatements = [takeCounter, advanceCounter, writeLoad, loadsAfter, counterValue];
