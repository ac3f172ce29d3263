import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { CommandButtons } from '../base/CommandButtons.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { Panel, Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationSentences } from '../base/RelationSentences.tsx';

import styles from './MultiPanel.module.css';

const actionIds = ['hide-others', 'pin', 'unpin', 'hide'] as const;

/** Everything that is selected, and what can be done with all of it. */
export function MultiPanel() {
  const selection = useExplorer((state) => state.selection);
  const actions = useActions();
  const total = selection.entities.length + selection.edges.length;
  return (
    <Panel
      eyebrow={en.panels.multi.detail(selection.entities.length, selection.edges.length)}
      title={en.panels.multi.title(total)}
      closeLabel={en.panels.multi.close}
      onClose={() => actions.clearSelection()}
      foot={<CommandButtons ids={actionIds} primary="hide-others" />}
    >
      <Entities ids={selection.entities} />
      <Relations ids={selection.edges} />
    </Panel>
  );
}

function Entities({ ids }: { readonly ids: readonly string[] }) {
  const nodes = useExplorer((state) => state.scene.nodes);
  const actions = useActions();
  const chosen = new Set(ids);
  if (ids.length === 0) return null;
  return (
    <Section heading={en.panels.multi.entities}>
      {nodes
        .filter((node) => chosen.has(node.id))
        .map((node) => (
          <button
            key={node.id}
            type="button"
            className={styles['row']}
            onClick={() => actions.selectEntity(node.id)}
          >
            <EntityGlyph type={node.type} anonymous={node.anonymous} radius={8} />
            <span>{node.name}</span>
            <small>{en.panels.multi.relations(node.degree)}</small>
          </button>
        ))}
    </Section>
  );
}

function Relations({ ids }: { readonly ids: readonly string[] }) {
  const edges = useExplorer((state) => state.scene.edges);
  const relations = useExplorer((state) => state.relations);
  const chosen = new Set(ids);
  const held = edges
    .filter((edge) => chosen.has(edge.id))
    .flatMap((edge) => edge.relationIds.flatMap((id) => relations.get(id) ?? []))
    .toSorted(byEvidence);
  if (held.length === 0) return null;
  return (
    <Section heading={en.panels.multi.relationsHeading}>
      <RelationSentences relations={held} />
    </Section>
  );
}
