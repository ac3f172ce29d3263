import { withoutEntities } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Takes away neighbours that are tied to one entity alone. */
export const collapse: StepRule<'collapse'> = {
  apply: (investigation, { ids }) => withoutEntities(investigation, ids),
  describe: ({ id, ids }, { words, nameOf }) => words.collapse(nameOf(id), ids.length),
};
