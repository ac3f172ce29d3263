import { textOf } from '../../model/stored-values.ts';
import { changedMeanwhile } from './graph.ts';
import type { PageReading } from './node-pages.ts';
import type { OpenPart } from './part.ts';
import { readAhead } from './reads.ts';
import { typedRows } from './typed-properties.ts';
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
  reading: PageReading,
  part: OpenPart,
  sources: readonly Source[],
): AsyncGenerator<readonly StoredRelation[]> {
  yield* readAhead(pagesOf(sources), async (page) => {
    const numbers = page.map(({ number }) => number);
    const relations = await readRelations(reading, part, numbers);
    const counted = page.reduce((sum, source) => sum + source.relations, 0);
    if (relations.length !== counted) throw changedMeanwhile();
    return relations;
  });
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
  { read, keys }: PageReading,
  part: OpenPart,
  numbers: readonly number[],
): Promise<readonly StoredRelation[]> {
  const reading = {
    statement: part.statement,
    parameters: part.parametersOf(numbers),
    keys,
    sources: numbers,
  };
  const rows = await read((transaction) => typedRows(transaction, reading));
  return rows
    .filter(({ row }) => part.contains(row))
    .map(({ row, properties }) => ({
      source: Number(row['source']),
      target: Number(row['target']),
      type: textOf(row['type']) ?? '',
      properties,
    }));
}
