import { groupBy } from '../../lib/group-by.ts';
import { rowsOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { StoreMap, StoreValue } from '../../store/values.ts';
import { kindQuestionName, kindStatements } from './kind-statements.ts';
import { exportValue, isAmbiguous, sortedEntries } from './value.ts';
import type { KindHints, Properties } from './value.ts';

/** Properties as the port gives them, and where they are. */
export interface Owner {
  /** The number that the store gave it. */
  readonly number: number;
  readonly properties: StoreMap;
}

interface Question {
  readonly owner: 'node' | 'relation';
  readonly shape: 'single' | 'list';
  readonly doubt: 'number' | 'text' | 'point';
  readonly key: string;
  readonly number: number;
}

/**
 * The properties of nodes, or of relations that leave the nodes `sources`, with the kinds of their values.
 * The store is asked about those that may be of two kinds alone: whole numbers, and texts that look like dates.
 */
export async function typedProperties(
  transaction: Transaction,
  owners: readonly Owner[],
  sources: readonly number[] | null,
): Promise<ReadonlyMap<number, Properties>> {
  const owner = sources === null ? 'node' : 'relation';
  const questions = owners.flatMap(({ number, properties }) =>
    Object.entries(properties).flatMap(([key, value]): Question[] => {
      const doubt = isAmbiguous(value);
      return doubt === null
        ? []
        : [{ owner, shape: Array.isArray(value) ? 'list' : 'single', doubt, key, number }];
    }),
  );
  const asking = { transaction, sources, owners };
  const first = await ask(asking, questions);
  const points = questions.filter((question) => mayBePoint(question, owners, first));
  const srids = await ask(
    asking,
    points.map((question) => ({ ...question, doubt: 'point' as const })),
  );
  return new Map(
    owners.map(({ number, properties }) => [number, typed(properties, hintsOf(number, first, srids))]),
  );
}

interface Asking {
  readonly transaction: Transaction;
  readonly sources: readonly number[] | null;
  readonly owners: readonly Owner[];
}

/** Answers by number of the owner and key. */
type Answers = ReadonlyMap<string, readonly StoreValue[]>;

async function ask(
  { transaction, sources, owners }: Asking,
  questions: readonly Question[],
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
      if (Array.isArray(list)) answers.set(place(Number(row['number']), key), list as readonly StoreValue[]);
    }
  }
  return answers;
}

function place(number: number, key: string): string {
  return `${number} ${key}`;
}

/** It looks like one and is no text; the store fails when it is asked for the system of anything else. */
function mayBePoint({ doubt, number, key }: Question, owners: readonly Owner[], answers: Answers): boolean {
  if (doubt !== 'text' || (answers.get(place(number, key)) ?? [true]).includes(true)) return false;
  const value = owners.find((owner) => owner.number === number)?.properties[key];
  const items = Array.isArray(value) ? (value as readonly StoreValue[]) : [value];
  return items.length > 0 && items.every((item) => typeof item === 'string' && item.startsWith('POINT'));
}

function hintsOf(number: number, answers: Answers, srids: Answers): (key: string) => readonly KindHints[] {
  return (key) =>
    (answers.get(place(number, key)) ?? []).map((answer, index) => {
      const srid = srids.get(place(number, key))?.[index];
      return {
        isFloat: answer === 0.5,
        isText: answer === true,
        srid: typeof srid === 'number' ? srid : null,
      };
    });
}

function typed(properties: StoreMap, hints: (key: string) => readonly KindHints[]): Properties {
  return sortedEntries(properties).map(([key, value]) => [key, exportValue(value, hints(key))] as const);
}
