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
  const { relationTypes, entityTypes, statuses } = choice;
  const types = entityTypes ?? [...state.vocabulary.entityTypes.keys()];
  return {
    id,
    first: choice.limit ?? pageSize,
    exclude: [...(neighborsAmong(entities, state.relations.values()).get(id) ?? [])],
    wanted: { relationTypes, entityTypes, statuses },
    passing: {
      relationTypes,
      entityTypes: without(filters.entityTypes, { of: types, else: entityTypes }),
      statuses: without(filters.statuses, { of: statuses ?? statusesByStrength, else: statuses }),
    },
  };
}

/** What is left of all kinds; what was wanted, named or not, when none of them is off. */
function without<Kind extends string>(
  off: readonly string[],
  kinds: { readonly of: readonly Kind[]; readonly else: readonly Kind[] | undefined },
): readonly Kind[] | undefined {
  const left = kinds.of.filter((kind) => !off.includes(kind));
  return left.length < kinds.of.length ? left : kinds.else;
}
