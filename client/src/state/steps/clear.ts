import { emptyInvestigation } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Takes everything off the canvas, filters too. */
export const clear: StepRule<'clear'> = {
  apply: (investigation) => (investigation.entities.length === 0 ? investigation : emptyInvestigation),
  describe: (_step, { words }) => words.clear,
};
