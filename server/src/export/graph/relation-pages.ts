import { textOf } from '../../model/stored-values.ts';
import { rowsOf } from '../../store/statement.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { StoreMap } from '../../store/values.ts';
import { changedMeanwhile } from './graph.ts';
import { pageTimeoutMs } from './node-pages.ts';
import type { RelationScope } from './node-pages.ts';
import { relationsOfNodes } from './statements.ts';
import { typedProperties } from './typed-properties.ts';
import type { Properties } from './value.ts';

const NODES_AT_ONCE = 1_000;
const RELATIONS_AT_ONCE = 5_000;

/** A relation as the store tells it, with the numbers of its ends. */
export interface StoredRelation {
  readonly source: number;
  readonly target: number;
  readonly type: string;
  readonly properties: Properties;
}

/** A node that relations leave, and how many. */
interface Source {
  readonly number: number;
  readonly relations: number;
}

/**
 * The relations that leave the nodes, in the nodes' order, about 5,000 at once; those of one node are
 * never parted. Throws StoreError CONFLICT if there are not as many as were counted.
 */
export async function* relationPages(
  store: Store,
  sources: readonly Source[],
  scope: RelationScope,
): AsyncGenerator<readonly StoredRelation[]> {
  for (const page of pagesOf(sources)) {
    const numbers = page.map(({ number }) => number);
    const relations = await store.read((transaction) => readRelations(transaction, numbers, scope), {
      timeoutMs: pageTimeoutMs,
    });
    const counted = page.reduce((sum, source) => sum + source.relations, 0);
    if (relations.length !== counted) throw changedMeanwhile();
    yield relations;
  }
}

function* pagesOf(sources: readonly Source[]): Generator<readonly Source[]> {
  let page: Source[] = [];
  let relations = 0;
  for (const source of sources) {
    if (source.relations === 0) continue;
    if (
      page.length >= NODES_AT_ONCE ||
      (page.length > 0 && relations + source.relations > RELATIONS_AT_ONCE)
    ) {
      yield page;
      page = [];
      relations = 0;
    }
    page.push(source);
    relations += source.relations;
  }
  if (page.length > 0) yield page;
}

async function readRelations(
  transaction: Transaction,
  numbers: readonly number[],
  scope: RelationScope,
): Promise<readonly StoredRelation[]> {
  const rows = await rowsOf(transaction, relationsOfNodes, { numbers, ...scope });
  const owners = rows.map((row) => ({
    number: Number(row['number']),
    properties: row['properties'] as StoreMap,
  }));
  const typed = await typedProperties(transaction, owners, numbers);
  return rows.map((row) => ({
    source: Number(row['source']),
    target: Number(row['target']),
    type: textOf(row['type']) ?? '',
    properties: typed.get(Number(row['number'])) ?? [],
  }));
}
