import { withoutEntities } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Takes entities off the canvas. */
export const hide: StepRule<'hide'> = {
  apply: (investigation, { ids }) => withoutEntities(investigation, ids),
  describe: ({ ids }, { words, nameOf }) => words.hide(ids.map(nameOf)),
};
