import type { Transaction } from './store.ts';
import type { Parameters, Row } from './values.ts';

/**
 * A named, constant piece of Cypher. Its example parameters make it runnable on every store in tests
 * without further code. Nothing is ever joined into the text: variable parts are parameters.
 */
export interface Statement<P extends Parameters = Parameters> {
  /** Capability and purpose, such as `neighbors.of`: it appears in logs and in test names. */
  readonly name: string;
  readonly cypher: string;
  /** The same for every form of graph, where that makes a difference; `cypher` is that for claims. */
  readonly forms?: TextByForm;
  /** The same without the conditions of a filter, for the many times when there is none. */
  readonly unfiltered?: TextByForm;
  /** Parameters with which it finds something in the graph of the first article. */
  readonly example: P;
}

/** How a node without an id of its own is found: by the element id of Neo4j, or by the embedded store's number. */
export type OtherForm = 'elements' | 'numbered';

/** `claims` where every node has an id of its own. */
export type Form = 'claims' | OtherForm;

type TextByForm = Readonly<Record<Form, string>>;

/** Defines a statement; exists so that the parameters' type is inferred from the declaration. */
export function statement<P extends Parameters>(definition: Statement<P>): Statement<P> {
  return definition;
}

/** Runs a statement with its typed parameters and gives its rows. Throws StoreError. */
export async function rowsOf<P extends Parameters>(
  transaction: Transaction,
  { cypher }: Statement<P>,
  parameters: P,
): Promise<readonly Row[]> {
  const { rows } = await transaction.run(cypher, parameters);
  return rows;
}
