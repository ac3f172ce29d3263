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
  /** Parameters with which it finds something in the graph of the first article. */
  readonly example: P;
}

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
