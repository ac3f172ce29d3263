import { groupBy } from '../../lib/group-by.ts';
import { textsOf } from '../../model/stored-values.ts';
import { rowsOf } from '../../store/statement.ts';
import type { Statement } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Parameters, Row, StoreMap, StoreValue } from '../../store/values.ts';
import type { KindKeys } from './kind-keys.ts';
import { kindQuestionName, kindStatements } from './kind-statements.ts';
import type { KindQuestion } from './kind-statements.ts';
import { exportValue, isAmbiguous, sortedEntries } from './value.ts';
import type { KindHints, Properties } from './value.ts';

/** A statement with a column `properties` and those of kinds, and what it is about. */
export interface Reading {
  readonly statement: Statement;
  /** All but the keys. */
  readonly parameters: Parameters;
  readonly keys: KindKeys;
  /** The nodes that the relations leave; null where the rows are nodes. */
  readonly sources: readonly number[] | null;
}

export interface TypedRow {
  readonly row: Row;
  readonly properties: Properties;
}

/**
 * Rows, and their properties with the kinds of the values. Kinds come with the rows for the keys that are
 * known to need it; a page that brings a new one is read again. Lists and points are asked about apart.
 */
export async function typedRows(transaction: Transaction, reading: Reading): Promise<readonly TypedRow[]> {
  const { statement, parameters, keys } = reading;
  for (;;) {
    const rows = await rowsOf(transaction, statement, { ...parameters, ...keys.parameters() });
    const owners = rows.map((row) => ({ row, number: Number(row['number']), properties: propertiesOf(row) }));
    if (keys.learn(owners.map(({ properties }) => properties))) continue;
    const apart = await askApart({ transaction, sources: reading.sources }, owners);
    return owners.map((owner) => ({ row: owner.row, properties: typed(owner, keys, apart) }));
  }
}

interface Owner {
  readonly row: Row;
  /** The number that the store gave it. */
  readonly number: number;
  readonly properties: StoreMap;
}

function propertiesOf(row: Row): StoreMap {
  return row['properties'] as StoreMap;
}

function typed({ row, number, properties }: Owner, keys: KindKeys, apart: Apart): Properties {
  const texts = textsOf(row['texts']);
  const floats = textsOf(row['floats']);
  return sortedEntries(properties).map(([key, value]) => {
    const place = `${number} ${key}`;
    if (Array.isArray(value)) return [key, exportValue(value, listHints(place, apart))] as const;
    if (!keys.has(key)) return [key, exportValue(value)] as const;
    const [srid] = apart.srids.get(place) ?? [];
    return [
      key,
      exportValue(value, [
        { isFloat: floats.includes(key), isText: texts.includes(key), srid: sridOf(srid) },
      ]),
    ] as const;
  });
}

function listHints(place: string, { items, srids }: Apart): readonly KindHints[] {
  return (items.get(place) ?? []).map((answer, index) => ({
    isFloat: answer === 0.5,
    isText: answer === true,
    srid: sridOf(srids.get(place)?.[index]),
  }));
}

function sridOf(value: StoreValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** By number of the owner and key: what was answered for each item of a list, or for a value that stands alone. */
type Answers = ReadonlyMap<string, readonly StoreValue[]>;

interface Apart {
  readonly items: Answers;
  /** Coordinate systems of points. */
  readonly srids: Answers;
}

interface Question extends KindQuestion {
  readonly key: string;
  readonly number: number;
}

interface Asking {
  readonly transaction: Transaction;
  readonly sources: readonly number[] | null;
}

async function askApart(asking: Asking, owners: readonly Owner[]): Promise<Apart> {
  const owner = asking.sources === null ? 'node' : 'relation';
  const lists: Question[] = [];
  const points: Question[] = [];
  for (const { row, number, properties } of owners) {
    for (const [key, value] of Object.entries(properties)) {
      const doubt = Array.isArray(value) ? isAmbiguous(value) : null;
      if (doubt !== null) lists.push({ owner, shape: 'list', doubt, key, number });
      else if (looksLikePoint(value) && !textsOf(row['texts']).includes(key))
        points.push({ owner, shape: 'single', doubt: 'point', key, number });
    }
  }
  const items = await ask(asking, lists, owners);
  const byNumber = new Map(owners.map(({ number, properties }) => [number, properties]));
  const pointLists = lists
    .filter(({ doubt, number, key }) => {
      const list = byNumber.get(number)?.[key];
      const isText = (items.get(`${number} ${key}`) ?? [true]).includes(true);
      // The store fails when it is asked for the system of anything else.
      return doubt === 'text' && !isText && Array.isArray(list) && list.every(looksLikePoint);
    })
    .map((question) => ({ ...question, doubt: 'point' as const }));
  return { items, srids: await ask(asking, [...points, ...pointLists], owners) };
}

function looksLikePoint(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('POINT');
}

async function ask(
  { transaction, sources }: Asking,
  questions: readonly Question[],
  owners: readonly Owner[],
): Promise<Answers> {
  const answers = new Map<string, readonly StoreValue[]>();
  const alike = groupBy(questions, (question) => `${kindQuestionName(question)} ${question.key}`);
  for (const group of alike.values()) {
    const [one] = group;
    const statement = one && kindStatements.get(kindQuestionName(one));
    if (!one || !statement) continue;
    const { key } = one;
    const carriers = sources === null ? 0 : owners.filter(({ properties }) => key in properties).length;
    // A value of another kind under the same name would make the store fail: then only these are asked about.
    const numbers = group.length === carriers ? null : group.map(({ number }) => number);
    for (const row of await rowsOf(transaction, statement, { sources: sources ?? [], numbers, key })) {
      const list = row['answers'];
      if (Array.isArray(list)) answers.set(`${Number(row['number'])} ${key}`, list as readonly StoreValue[]);
    }
  }
  return answers;
}
