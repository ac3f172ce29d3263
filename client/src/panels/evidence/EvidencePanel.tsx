import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { BundleCard } from './BundleCard.tsx';
import { RelationCard } from './RelationCard.tsx';

/** How the selected relation is known; for a line that stands for many relations, which they are. */
export function EvidencePanel() {
  const primary = useExplorer((state) => state.selection.primary);
  const relation = useExplorer((state) => (primary ? state.relations.get(primary.id) : undefined));
  const edge = useExplorer((state) => state.scene.edges.find(({ id }) => id === primary?.id));
  const actions = useActions();
  const close = () => actions.clearSelection();
  if (relation) return <RelationCard relation={relation} onClose={close} />;
  if (edge) return <BundleCard edge={edge} onClose={close} />;
  return null;
}
