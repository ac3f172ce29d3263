import type { EntityRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { entityTypeInfo } from '../../state/vocabulary.ts';
import { CommandButtons } from '../base/CommandButtons.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { Panel } from '../base/Panel.tsx';
import { NotHere } from './NotHere.tsx';
import { RelationsHere } from './RelationsHere.tsx';

import styles from './EntityPanel.module.css';

const actionIds = ['expand', 'collapse', 'pin', 'unpin', 'hide'] as const;

/** The selected entity: who it is, what it is tied to here, and what is not here yet. */
export function EntityPanel() {
  const entity = useExplorer((state) => state.entities.get(state.selection.primary?.id ?? ''));
  return entity ? <EntityCard key={entity.id} entity={entity} /> : null;
}

function EntityCard({ entity }: { readonly entity: EntityRecord }) {
  const vocabulary = useExplorer((state) => state.vocabulary);
  const node = useExplorer((state) => state.scene.nodes.find(({ id }) => id === entity.id));
  const actions = useActions();
  return (
    <Panel
      eyebrow={node?.typeLabel ?? entityTypeInfo(vocabulary, entity.type).label}
      title={
        <>
          <EntityGlyph type={entity.type} anonymous={entity.anonymous} />
          <span>{entity.name}</span>
        </>
      }
      subtitle={<Particulars entity={entity} />}
      closeLabel={en.panels.entity.close}
      onClose={() => actions.clearSelection()}
      foot={<CommandButtons ids={actionIds} primary="expand" />}
    >
      <RelationsHere entity={entity} />
      <NotHere entity={entity} />
    </Panel>
  );
}

function Particulars({ entity }: { readonly entity: EntityRecord }) {
  const lines = [
    entity.aliases.length > 0 ? en.panels.entity.also(entity.aliases) : null,
    entity.description,
    entity.isSource ? en.panels.entity.speaks : null,
    entity.wikidata ? en.panels.entity.wikidata(entity.wikidata) : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <div className={styles['particulars']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
