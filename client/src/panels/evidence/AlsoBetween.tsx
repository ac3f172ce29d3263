import type { RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import type { SceneEdge } from '../../state/scene.ts';
import { relationSentence } from '../../state/sentence.ts';
import { Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationRow } from '../base/RelationRow.tsx';

interface Known {
  readonly edges: readonly SceneEdge[];
  readonly relations: ReadonlyMap<string, RelationRecord>;
}

/** Relations between the same two ends, either way, best evidence first; the relation itself is one of them. */
export function siblingsOf(relation: RelationRecord, { edges, relations }: Known): readonly RelationRecord[] {
  const ends = [relation.sourceId, relation.targetId].toSorted().join('~');
  return edges
    .filter(({ source, target }) => [source, target].toSorted().join('~') === ends)
    .flatMap((edge) => edge.relationIds.flatMap((id) => relations.get(id) ?? []))
    .toSorted(byEvidence);
}

interface AlsoBetweenProps {
  readonly relation: RelationRecord;
  readonly siblings: readonly RelationRecord[];
}

/** The other relations between the same two, read from the side of the first. */
export function AlsoBetween({ relation, siblings }: AlsoBetweenProps) {
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  const others = siblings.filter(({ id }) => id !== relation.id);
  if (others.length === 0) return null;
  return (
    <Section heading={en.evidence.alsoBetween}>
      {others.map((other) => (
        <RelationRow
          key={other.id}
          relation={other}
          caption={relationSentence(other, { entities, vocabulary, from: relation.sourceId }).caption}
          onOpen={() => actions.selectEdge(other.id)}
        />
      ))}
    </Section>
  );
}
