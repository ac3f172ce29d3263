import type { RelationRecord } from '../../api/graph.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { RelationRow } from './RelationRow.tsx';

/** Relations as whole sentences, one a row, in the order given. A row opens its relation. */
export function RelationSentences({ relations }: { readonly relations: readonly RelationRecord[] }) {
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  return relations.map((relation) => {
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
  });
}
