import { withPins } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Keeps entities where they are, whatever is arranged. */
export const pin: StepRule<'pin'> = {
  apply: (investigation, { ids }) => withPins(investigation, ids),
  describe: ({ ids }, { words, nameOf }) => words.pin(ids.map(nameOf)),
};
