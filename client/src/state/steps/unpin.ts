import type { StepRule } from './step-rule.ts';

/** Lets entities be arranged again. */
export const unpin: StepRule<'unpin'> = {
  apply: (investigation, { ids }) => {
    const pinned = investigation.pinned.filter((id) => !ids.includes(id));
    return pinned.length === investigation.pinned.length ? investigation : { ...investigation, pinned };
  },
  describe: ({ ids }, { words, nameOf }) => words.unpin(ids.map(nameOf)),
};
