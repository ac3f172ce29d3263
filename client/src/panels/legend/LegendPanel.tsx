import { useMemo, type ReactNode } from 'react';

import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { legendOf, type LegendRow } from '../../state/legend.ts';
import type { Filters } from '../../state/step.ts';
import { entityKind } from '../../state/vocabulary.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { idsOfKind, toggled, type Kind } from './legend-rows.ts';
import { LegendRowView } from './LegendRowView.tsx';
import { SupportGlyph } from './SupportGlyph.tsx';

import styles from './LegendPanel.module.css';

const words = en.panels.legend;

function useLegend() {
  const investigation = useExplorer((state) => state.investigation);
  const entities = useExplorer((state) => state.entities);
  const relations = useExplorer((state) => state.relations);
  return useMemo(
    () => legendOf({ investigation, entities, relations }),
    [investigation, entities, relations],
  );
}

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
  const nodes = useExplorer((state) => state.scene.nodes);
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
          {rows('entityTypes', entities, (row) => ({
            label: nodes.find((node) => entityKind(node) === row.key)?.typeLabel ?? row.type,
            glyph: <EntityGlyph type={row.type} anonymous={row.anonymous} radius={8} />,
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
            label: speaker.type === 'Voice' ? en.evidence.who.article : speaker.name,
            glyph: <EntityGlyph type={speaker.type} anonymous={speaker.anonymous} radius={8} />,
          }))}
        </Block>
      </div>
      <p className={styles['foot']}>{words.hint}</p>
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
      <h3>
        <span>{heading}</span>
        <span>{total}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}
