import type { GraphSlice } from '../api/graph.ts';
import { fetchSubgraph } from '../api/subgraph.ts';
import type { Session } from './session.ts';

/**
 * Fetches these seeds with everything that is on the canvas and the relations among them all, and keeps it.
 * Gives the ids that are not on the canvas yet. The articles' own voices are speakers and are not drawn
 * unless they are asked for by id.
 */
export async function bring(
  session: Session,
  { seeds, signal }: { seeds: readonly string[]; signal: AbortSignal },
): Promise<{ readonly ids: readonly string[]; readonly truncation: GraphSlice['truncation'] }> {
  for (;;) {
    const asked = new Set([...session.state.investigation.entities, ...seeds]);
    const slice = await fetchSubgraph(session.transport, { seeds: [...asked], signal });
    // Redo may have brought entities back meanwhile, whose relations to the new ones were not asked for.
    if (!session.state.investigation.entities.every((id) => asked.has(id))) continue;
    session.learn(slice);
    const onCanvas = new Set(session.state.investigation.entities);
    const ids = slice.entities
      .filter(({ id, type }) => !onCanvas.has(id) && (type !== 'Voice' || seeds.includes(id)))
      .map(({ id }) => id);
    return { ids, truncation: slice.truncation };
  }
}
