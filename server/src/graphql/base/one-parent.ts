import type { Statement } from '../../store/statement.ts';
import type { Parameters } from '../../store/values.ts';

const BEGIN = 'UNWIND $parents AS p\nCALL (p) {\n';
const END = '\n}\nRETURN p.key AS parent';

/** The same statement each time, so that it is made once. */
const made = new WeakMap<Statement, Statement>();

/**
 * A statement that gives one page for each of several parents, without what tells their rows apart: the
 * page of one parent is the most frequent of all, and costs half of it. Its rows have no `parent`.
 */
export function ofOneParent<P extends Parameters>(statement: Statement<P>): Statement<P> {
  // Made of the caller's own statement, for the same parameters.
  const known = made.get(statement) as Statement<P> | undefined;
  if (known !== undefined) return known;
  const { cypher, forms, unfiltered } = statement;
  const single: Statement<P> = {
    ...statement,
    cypher: inner(cypher),
    ...(forms && { forms: { elements: inner(forms.elements), numbered: inner(forms.numbered) } }),
    ...(unfiltered && {
      unfiltered: {
        claims: inner(unfiltered.claims),
        elements: inner(unfiltered.elements),
        numbered: inner(unfiltered.numbered),
      },
    }),
  };
  made.set(statement, single);
  return single;
}

function inner(cypher: string): string {
  const end = cypher.lastIndexOf(END);
  if (!cypher.startsWith(BEGIN) || end === -1) {
    throw new Error(`A list of the store begins with "${BEGIN}": ${cypher.slice(0, 100)}`);
  }
  return `WITH $parents[0] AS p\n${cypher.slice(BEGIN.length, end)}`;
}
