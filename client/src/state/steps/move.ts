import { withPins, withPositions } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Puts entities where the user dragged them. It pins them: arranging must not undo what was placed by hand. */
export const move: StepRule<'move'> = {
  apply: (investigation, { positions }) =>
    withPins(withPositions(investigation, positions), Object.keys(positions)),
  describe: ({ positions }, { words, nameOf }) => words.move(Object.keys(positions).map(nameOf)),
};
