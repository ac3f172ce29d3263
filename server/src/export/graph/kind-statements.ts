import { statement } from '../../store/statement.ts';
import type { Statement } from '../../store/statement.ts';

/** What rows of nodes and relations do not tell: the kinds of lists' items, and of points. */
export interface KindQuestion {
  readonly owner: 'node' | 'relation';
  readonly shape: 'single' | 'list';
  readonly doubt: 'number' | 'text' | 'point';
}

/** One row an owner: its number, and the answer for its value, or for each item of its list. */
interface KindParameters extends Readonly<Record<string, readonly number[] | string | null>> {
  /** Nodes that the relations leave; without meaning for nodes. */
  readonly sources: readonly number[];
  /** Null for all relations that leave the sources: no store seeks relations by number, so that a list is slow. */
  readonly numbers: readonly number[] | null;
  readonly key: string;
}

const owners = {
  node: 'MATCH (x) WHERE id(x) IN $numbers AND $sources IS NOT NULL',
  relation: 'MATCH (n)-[x]->() WHERE id(n) IN $sources AND ($numbers IS NULL OR id(x) IN $numbers)',
} as const;

const shapes = { single: '[x[$key]]', list: 'x[$key]' } as const;

/** As in the columns of kinds; a text or a number that stands alone was told by those. */
const doubts = {
  number: '1 / (item * 0 + 2)',
  text: "item STARTS WITH ''",
  point: 'item.srid',
} as const;

const questions: readonly Omit<KindQuestion, 'owner'>[] = [
  { shape: 'list', doubt: 'number' },
  { shape: 'list', doubt: 'text' },
  { shape: 'list', doubt: 'point' },
  { shape: 'single', doubt: 'point' },
];

/** Every question as a statement, by `kindQuestionName`. */
export const kindStatements: ReadonlyMap<string, Statement<KindParameters>> = new Map(
  (['node', 'relation'] as const).flatMap((owner) =>
    questions.map(({ shape, doubt }) => {
      const name = kindQuestionName({ owner, shape, doubt });
      const cypher = `${owners[owner]}
RETURN id(x) AS number, [item IN ${shapes[shape]} | ${doubts[doubt]}] AS answers`;
      const example = { sources: [0], numbers: [0], key: 'weight' };
      return [name, statement<KindParameters>({ name, cypher, example })] as const;
    }),
  ),
);

export function kindQuestionName({ owner, shape, doubt }: KindQuestion): string {
  return `export.${doubt}-kind-of-${owner}-${shape}`;
}
