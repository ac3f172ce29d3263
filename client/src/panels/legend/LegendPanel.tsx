import type { ReactNode } from 'react';

import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import type { LegendRow } from '../../state/legend.ts';
import type { Filters } from '../../state/step.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { entityKindLabel, speakerLabel } from '../base/kind-label.ts';
import { useLegend } from '../base/use-legend.ts';
import { idsOfKind, inVocabularyOrder, toggled, type Kind } from './legend-rows.ts';
import { LegendRowView } from './LegendRowView.tsx';
import { SupportGlyph } from './SupportGlyph.tsx';

import styles from './LegendPanel.module.css';

const words = en.panels.legend;

/** Selects or switches off everything of a kind. */
function useKinds() {
  const filters = useExplorer((state) => state.investigation.filters);
  const scene = useExplorer((state) => state.scene);
  const relations = useExplorer((state) => state.relations);
  const actions = useActions();
  return {
    toggle: (kind: Kind) => actions.setFilters(toggled(filters, kind)),
    select: (kind: Kind) => {
      const found = idsOfKind(kind, { ...scene, relations });
      if (kind.block === 'entityTypes') actions.selectMany(found.entities);
      else found.edges.forEach((id, index) => actions.selectEdge(id, index > 0));
    },
  };
}

/** What is on the canvas, by kind; each kind can be selected and switched off. */
export function LegendPanel() {
  const legend = useLegend();
  const vocabulary = useExplorer((state) => state.vocabulary);
  const kinds = useKinds();
  const rows = <Row extends LegendRow>(
    block: keyof Filters,
    list: readonly Row[],
    look: (row: Row) => { readonly label: string; readonly glyph: ReactNode },
  ) =>
    list.map((row) => (
      <LegendRowView
        key={row.key}
        row={row}
        {...look(row)}
        onSelect={() => kinds.select({ block, key: row.key })}
        onToggle={() => kinds.toggle({ block, key: row.key })}
      />
    ));
  const { entities, statuses, support, speakers, totals } = legend;
  return (
    <div className={styles['legend']}>
      <div className={styles['blocks']}>
        <Block heading={words.entities} total={String(totals.entities)}>
          {rows('entityTypes', inVocabularyOrder(entities, vocabulary), (row) => ({
            label: entityKindLabel(vocabulary, row),
            glyph: (
              <EntityGlyph type={row.anonymous ? 'Person' : row.type} anonymous={row.anonymous} radius={8} />
            ),
          }))}
        </Block>
        <Block heading={words.statuses} total={words.claims(totals.claims)}>
          {rows('statuses', statuses, (row) => ({
            label: en.evidence.status[row.key].word,
            glyph: <LineSample status={row.key} width={34} />,
          }))}
        </Block>
        <Block heading={words.support} total={words.relations(totals.relations)}>
          {rows('support', support, (row) => ({
            label: words.supportRows[row.key],
            glyph: <SupportGlyph kind={row.key} />,
          }))}
        </Block>
        <Block heading={words.speakers} total={words.voices(speakers.length)}>
          {rows('speakers', speakers, ({ speaker }) => ({
            label: speakerLabel(speaker),
            glyph: <EntityGlyph type={speaker.type} anonymous={speaker.anonymous} radius={8} />,
          }))}
        </Block>
      </div>
      {entities.length > 0 && <p className={styles['foot']}>{words.hint}</p>}
    </div>
  );
}

interface BlockProps {
  readonly heading: string;
  readonly total: string;
  readonly children: readonly ReactNode[];
}

function Block({ heading, total, children }: BlockProps) {
  if (children.length === 0) return null;
  return (
    <section className={styles['block']} aria-label={heading}>
      <h2>
        <span>{heading}</span>
        <span>{total}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
