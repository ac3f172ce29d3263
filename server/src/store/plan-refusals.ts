import { StoreError } from './store-error.ts';

/** Why a statement may not run whose plan takes something away without permission. */
export function deletionForbidden(): StoreError {
  return new StoreError({
    code: 'FORBIDDEN',
    message: 'The statement deletes something.',
    hint: 'Take it out, or permit deleting.',
  });
}

/** Why a statement may not run whose plan does something else than reading and writing the graph. */
export function operatorForbidden(operator: string): StoreError {
  return new StoreError({
    code: 'FORBIDDEN',
    message: `The statement does more than read and write this graph: its plan has the step ${operator}.`,
    hint: 'Say it with clauses that only read and write the graph.',
  });
}
