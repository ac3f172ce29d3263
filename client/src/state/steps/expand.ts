import { withEntities } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Brings in neighbours of an entity. */
export const expand: StepRule<'expand'> = {
  apply: (investigation, { ids }) => withEntities(investigation, ids),
  describe: ({ id, ids }, { words, nameOf }) => words.expand(nameOf(id), ids.length),
};
