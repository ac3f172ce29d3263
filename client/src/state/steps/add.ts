import { withEntities } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Brings in entities by name. */
export const add: StepRule<'add'> = {
  apply: (investigation, { ids }) => withEntities(investigation, ids),
  describe: ({ ids }, { words, nameOf }) => words.add(ids.map(nameOf)),
};
