import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import type { SceneEdge } from '../../state/scene.ts';
import { relationSentence } from '../../state/sentence.ts';
import { EntityLink } from '../base/EntityLink.tsx';
import { Panel, Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationRow } from '../base/RelationRow.tsx';

interface BundleCardProps {
  readonly edge: SceneEdge;
  readonly onClose: () => void;
}

/** The relations behind one line, from which one can be opened. */
export function BundleCard({ edge, onClose }: BundleCardProps) {
  const relations = useExplorer((state) => state.relations);
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
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
        {held.map((relation) => {
          const { source, caption, target } = relationSentence(relation, { entities, vocabulary });
          return (
            <RelationRow
              key={relation.id}
              relation={relation}
              caption={`${source.name} ${caption}`}
              other={target.name}
              onOpen={() => actions.selectEdge(relation.id)}
            />
          );
        })}
      </Section>
    </Panel>
  );
}
