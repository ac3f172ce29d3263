import type { ClaimRecord, RelationRecord } from '../../api/graph.ts';
import { useExplorer } from '../../runtime/hooks.tsx';

export interface SelectedClaim {
  readonly relation: RelationRecord;
  readonly claim: ClaimRecord;
  readonly index: number;
}

/** The claim that is looked at, on the canvas, in the panel and in the text alike. */
export function useSelectedClaim(): SelectedClaim | null {
  const primary = useExplorer((state) => state.selection.primary);
  const relation = useExplorer((state) =>
    primary?.kind === 'edge' ? state.relations.get(primary.id) : undefined,
  );
  const index = useExplorer((state) => state.claimIndex);
  const claim = relation?.claims[index];
  return relation && claim ? { relation, claim, index } : null;
}
