import { withEntities } from '../investigation.ts';
import type { StepRule } from './step-rule.ts';

/** Brings in the entities of an article. */
export const openArticle: StepRule<'open-article'> = {
  apply: (investigation, { ids }) => withEntities(investigation, ids),
  describe: ({ article, ids }, { words, nameOf }) => words.openArticle(nameOf(article), ids.length),
};
