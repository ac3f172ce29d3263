import { withPositions } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Takes the places of a new layout. */
export const arrange: StepRule<'arrange'> = {
  apply: (investigation, { positions }) => withPositions(investigation, positions),
  describe: ({ positions }, { words }) => words.arrange(Object.keys(positions).length),
};
