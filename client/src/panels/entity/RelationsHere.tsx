import type { EntityRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationRow } from '../base/RelationRow.tsx';

/** The relations of an entity that are on the canvas, read from its side, disputed ones first. */
export function RelationsHere({ entity }: { readonly entity: EntityRecord }) {
  const edges = useExplorer((state) => state.scene.edges);
  const relations = useExplorer((state) => state.relations);
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  const here = edges
    .filter(({ source, target }) => source === entity.id || target === entity.id)
    .flatMap((edge) => edge.relationIds.flatMap((id) => relations.get(id) ?? []))
    .toSorted(byEvidence);
  const claims = here.reduce((sum, { claimCount }) => sum + claimCount, 0);
  return (
    <Section
      heading={here.length > 0 ? en.panels.entity.here(here.length, claims) : en.panels.entity.noneHere}
    >
      {here.map((relation) => {
        const { caption, target } = relationSentence(relation, { entities, vocabulary, from: entity.id });
        return (
          <RelationRow
            key={relation.id}
            relation={relation}
            caption={caption}
            other={target.name}
            onOpen={() => actions.selectEdge(relation.id)}
          />
        );
      })}
    </Section>
  );
}
