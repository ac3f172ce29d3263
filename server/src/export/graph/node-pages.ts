import { bookkeepingLabels } from '../../model/bookkeeping.ts';
import { textOf, textsOf } from '../../model/stored-values.ts';
import { rowsOf } from '../../store/statement.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Row, StoreMap } from '../../store/values.ts';
import { changedMeanwhile } from './graph.ts';
import { digestOf, textIn } from './node-entry.ts';
import type { NodeEntry } from './node-entry.ts';
import {
  articleClaimEnds,
  articleNodeNumbers,
  countRelations,
  entityNumbers,
  nodeNumbers,
  nodesByNumber,
  retoldArticle,
} from './statements.ts';
import { typedProperties } from './typed-properties.ts';
import type { Properties } from './value.ts';

const NODES_AT_ONCE = 1_000;
const NUMBERS_AT_ONCE = 100_000;
/** For one page, on a busy machine. */
export const pageTimeoutMs = 60_000;

/** Parameters that choose relations: those of one article, or all. */
export interface RelationScope {
  readonly article: string | null;
  readonly prefix: string | null;
}

export function scopeOf(article: string | null): RelationScope {
  return { article, prefix: article === null ? null : `${article}/` };
}

/** The numbers of all nodes that are exported. */
export async function numbersInScope(store: Store, article: string | null): Promise<readonly number[]> {
  if (article !== null) {
    return store.read((transaction) => numbersOfArticle(transaction, article), { timeoutMs: pageTimeoutMs });
  }
  const numbers: number[] = [];
  for (let after = -1; ;) {
    const parameters = { after, hidden: bookkeepingLabels, limit: NUMBERS_AT_ONCE };
    const page = await store.read(
      async (transaction) => (await rowsOf(transaction, nodeNumbers, parameters)).map(numberOf),
      { timeoutMs: pageTimeoutMs },
    );
    numbers.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < NUMBERS_AT_ONCE) return numbers;
    after = last;
  }
}

/** The article, what it mentions and retells, the ends of its claims and their speakers. */
async function numbersOfArticle(transaction: Transaction, article: string): Promise<readonly number[]> {
  const own = await rowsOf(transaction, articleNodeNumbers, { article });
  const ends = await rowsOf(transaction, articleClaimEnds, { article, prefix: `${article}/` });
  const ids = Array.from(new Set(ends.flatMap(({ speakers }) => textsOf(speakers))));
  const speakers = await rowsOf(transaction, entityNumbers, { ids });
  const numbers = [...own, ...speakers].map(numberOf);
  for (const { source, target } of ends) numbers.push(Number(source), Number(target));
  const seen = new Set([article]);
  for (let next: string | null = article; next !== null;) {
    const [retold]: readonly Row[] = await rowsOf(transaction, retoldArticle, { article: next });
    if (retold) numbers.push(numberOf(retold));
    const id: string | null = textOf(retold?.['id']);
    next = id !== null && !seen.has(id) ? id : null;
    if (next !== null) seen.add(next);
  }
  return Array.from(new Set(numbers));
}

interface ReadNode {
  readonly number: number;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** Nodes by their numbers, in pages and in the given order. Throws StoreError CONFLICT if one of them is gone. */
export async function* nodesInOrder(store: Store, numbers: readonly number[]): AsyncGenerator<ReadNode> {
  for (let at = 0; at < numbers.length; at += NODES_AT_ONCE) {
    const wanted = numbers.slice(at, at + NODES_AT_ONCE);
    const nodes = await store.read((transaction) => readNodes(transaction, wanted), {
      timeoutMs: pageTimeoutMs,
    });
    for (const number of wanted) {
      const node = nodes.get(number);
      if (!node) throw changedMeanwhile();
      yield node;
    }
  }
}

async function readNodes(
  transaction: Transaction,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ReadNode>> {
  const rows = await rowsOf(transaction, nodesByNumber, { numbers });
  const owners = rows.map((row) => ({ number: numberOf(row), properties: row['properties'] as StoreMap }));
  const typed = await typedProperties(transaction, owners, null);
  return new Map(
    rows.map((row) => {
      const number = numberOf(row);
      const labels = textsOf(row['labels']).toSorted();
      return [number, { number, labels, properties: typed.get(number) ?? [] }];
    }),
  );
}

/** What is held of every node. */
export async function nodeEntries(
  store: Store,
  numbers: readonly number[],
  scope: RelationScope,
): Promise<readonly NodeEntry[]> {
  const relations = await relationCounts(store, numbers, scope);
  const entries: NodeEntry[] = [];
  for await (const { number, labels, properties } of nodesInOrder(store, numbers)) {
    const name = textIn(properties, 'name') ?? textIn(properties, 'title') ?? '';
    const ownId = textIn(properties, 'id');
    const digest = digestOf(labels, properties);
    entries.push({ number, labels, ownId, name, relations: relations.get(number) ?? 0, digest });
  }
  return entries;
}

async function relationCounts(
  store: Store,
  numbers: readonly number[],
  scope: RelationScope,
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += NODES_AT_ONCE) {
    const parameters = { numbers: numbers.slice(at, at + NODES_AT_ONCE), ...scope };
    const rows = await store.read((transaction) => rowsOf(transaction, countRelations, parameters), {
      timeoutMs: pageTimeoutMs,
    });
    for (const row of rows) counts.set(numberOf(row), Number(row['relations']));
  }
  return counts;
}

function numberOf(row: Row): number {
  return Number(row['number']);
}
