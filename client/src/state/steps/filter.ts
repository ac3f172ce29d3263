import type { Filters } from '../step.ts';
import type { StepRule } from './step-rule.ts';

/** Replaces all filters. */
export const filter: StepRule<'filter'> = {
  apply: (investigation, { filters }) =>
    same(investigation.filters, filters) ? investigation : { ...investigation, filters },
  describe: ({ filters }, { words }) =>
    words.filter(
      filters.entityTypes.length + filters.statuses.length + filters.support.length + filters.speakers.length,
    ),
};

function same(a: Filters, b: Filters): boolean {
  return (['entityTypes', 'statuses', 'support', 'speakers'] as const).every(
    (facet) => a[facet].length === b[facet].length && a[facet].every((value, at) => value === b[facet][at]),
  );
}
