import { StoreError } from './store-error.ts';

/** Throws BAD_STATEMENT for text that is empty or that a driver would change on the way to the database. */
export function checkStatementText(cypher: string): void {
  if (cypher.trim() === '') {
    throw new StoreError({ code: 'BAD_STATEMENT', message: 'The statement is empty.' });
  }
  if (cypher.includes('\0') || /\p{Surrogate}/u.test(cypher)) {
    throw new StoreError({
      code: 'BAD_STATEMENT',
      message: 'The statement contains NUL or half of a surrogate pair, which are not characters.',
      hint: 'Remove the character.',
    });
  }
}
