import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import type { SceneEdge } from '../../state/scene.ts';
import { EntityLink } from '../base/EntityLink.tsx';
import { Panel, Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationSentences } from '../base/RelationSentences.tsx';

interface BundleCardProps {
  readonly edge: SceneEdge;
  readonly onClose: () => void;
}

/** The relations behind one line, from which one can be opened. */
export function BundleCard({ edge, onClose }: BundleCardProps) {
  const relations = useExplorer((state) => state.relations);
  const held = edge.relationIds.flatMap((id) => relations.get(id) ?? []).toSorted(byEvidence);
  return (
    <Panel
      eyebrow={en.evidence.bundle(held.length, edge.claimCount)}
      title={
        <>
          <EntityLink id={edge.source} />
          <EntityLink id={edge.target} />
        </>
      }
      closeLabel={en.evidence.close}
      onClose={onClose}
    >
      <Section>
        <RelationSentences relations={held} />
      </Section>
    </Panel>
  );
}
