import { groupBy } from '../../lib/group-by.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Statement } from '../../store/statement.ts';
import type { Parameters, Row } from '../../store/values.ts';
import type { Context } from './context.ts';

const BEGIN = 'UNWIND $parents AS p\nCALL (p) {\n';
const END = '\n}\nRETURN p.key AS parent';

/** The same statement each time, so that it is made once. */
const made = new WeakMap<Statement, Statement>();

/** What statements need that give rows for each of several parents. */
export type ParentParameters = Parameters & {
  readonly parents: readonly { readonly key: string; readonly id: string }[];
};

/** The rows that a statement gives for each parent, by the parent's key. */
export async function rowsByParent<P extends ParentParameters>(
  context: Context,
  statement: Statement<P>,
  parameters: P,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const [first, ...others] = parameters.parents;
  if (first !== undefined && others.length === 0) {
    return new Map([[first.key, await context.read(ofOneParent(statement), parameters)]]);
  }
  return groupBy(await context.read(statement, parameters), (row) => textOf(row['parent']) ?? '');
}

/**
 * A statement that gives rows for each of several parents, without what tells their rows apart: one parent
 * is the most frequent case of all, and costs half of it. Its rows have no `parent`.
 */
export function ofOneParent<P extends Parameters>(statement: Statement<P>): Statement<P> {
  // Made of the caller's own statement, for the same parameters.
  const known = made.get(statement) as Statement<P> | undefined;
  if (known !== undefined) return known;
  const { cypher, forms, unfiltered } = statement;
  const single: Statement<P> = {
    ...statement,
    cypher: inner(cypher),
    ...(forms && { forms: innerOfEach(forms) }),
    ...(unfiltered && { unfiltered: innerOfEach(unfiltered) }),
  };
  made.set(statement, single);
  return single;
}

function innerOfEach({ claims, elements, numbered }: NonNullable<Statement['forms']>) {
  return { claims: inner(claims), elements: inner(elements), numbered: inner(numbered) };
}

function inner(cypher: string): string {
  const end = cypher.lastIndexOf(END);
  if (!cypher.startsWith(BEGIN) || end === -1) {
    throw new Error(`A list of the store begins with "${BEGIN}": ${cypher.slice(0, 100)}`);
  }
  return `WITH $parents[0] AS p\n${cypher.slice(BEGIN.length, end)}`;
}
