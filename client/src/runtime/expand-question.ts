import type { NeighborsQuestion } from '../api/neighbors.ts';
import { neighborsAmong } from '../state/neighborhood.ts';
import { statusesByStrength } from '../state/status.ts';
import type { ExpandChoice, ExplorerState } from './explorer-state.ts';

/** Neighbours a page, unless the user chooses. */
const pageSize = 25;

/**
 * What to ask for when an entity is expanded: neighbours that are not on the canvas, of the kinds chosen,
 * and of none that the filters have switched off. Only its own neighbours need excluding: excluding the
 * entity itself would exclude every relation, and the rest of the canvas would only lengthen the question.
 */
export function expandQuestion(
  state: ExplorerState,
  { id, choice }: { id: string; choice: ExpandChoice },
): Omit<NeighborsQuestion, 'signal'> {
  const { filters, entities } = state.investigation;
  const off = { types: new Set(filters.entityTypes), statuses: new Set(filters.statuses) };
  const types = choice.entityTypes ?? [...state.vocabulary.entityTypes.keys()];
  const statuses = choice.statuses ?? statusesByStrength;
  return {
    id,
    first: choice.limit ?? pageSize,
    exclude: [...(neighborsAmong(entities, state.relations.values()).get(id) ?? [])],
    relationTypes: choice.relationTypes,
    entityTypes:
      choice.entityTypes || off.types.size > 0 ? types.filter((type) => !off.types.has(type)) : undefined,
    statuses:
      choice.statuses || off.statuses.size > 0
        ? statuses.filter((status) => !off.statuses.has(status))
        : undefined,
  };
}
