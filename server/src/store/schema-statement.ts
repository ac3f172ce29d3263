import { StoreError } from './store-error.ts';

const SCHEMA = /^(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*(?:CREATE|DROP)\s+(?:\w+\s+)?(?:CONSTRAINT|INDEX)\b/iu;

/** Throws BAD_STATEMENT unless the text is a constraint or index statement. */
export function refuseOtherThanSchema(cypher: string): void {
  if (SCHEMA.test(cypher)) return;
  throw new StoreError({
    code: 'BAD_STATEMENT',
    message: 'This is no schema statement.',
    hint: 'Only CREATE or DROP of a CONSTRAINT or an INDEX can run here.',
  });
}

/**
 * Throws BAD_STATEMENT for a constraint or index statement, which has no place in a transaction: Neo4j
 * takes it there alone, and the embedded store does not undo it when the transaction is rolled back.
 */
export function refuseSchema(cypher: string): void {
  if (SCHEMA.test(cypher)) throw schemaInTransaction();
}

export function schemaInTransaction(cause?: unknown): StoreError {
  return new StoreError({
    code: 'BAD_STATEMENT',
    message: 'A schema statement (constraint or index) cannot run in a transaction with data.',
    hint: 'Run it by itself, before the data.',
    cause,
  });
}
