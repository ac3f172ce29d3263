import type { EntityRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationRow } from '../base/RelationRow.tsx';

import styles from './EntityPanel.module.css';

/** The relations of an entity that the filters leave on the canvas, read from its side, disputed ones first. */
export function RelationsHere({ entity }: { readonly entity: EntityRecord }) {
  const edges = useExplorer((state) => state.scene.edges);
  const relations = useExplorer((state) => state.relations);
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  const lines = edges.filter(({ source, target }) => source === entity.id || target === entity.id);
  const drawn = lines.filter(({ ghost }) => !ghost);
  const here = drawn
    .flatMap((edge) => edge.relationIds.flatMap((id) => relations.get(id) ?? []))
    .toSorted(byEvidence);
  const claims = drawn.reduce((sum, { claimCount }) => sum + claimCount, 0);
  const off = lines.reduce((sum, { relationIds }) => sum + relationIds.length, 0) - here.length;
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
      {off > 0 && <p className={styles['quiet']}>{en.panels.entity.switchedOff(off)}</p>}
    </Section>
  );
}
