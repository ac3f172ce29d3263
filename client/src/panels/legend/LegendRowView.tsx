import type { ReactNode } from 'react';

import { en } from '../../i18n/en.ts';
import type { LegendRow } from '../../state/legend.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';

import styles from './LegendPanel.module.css';

interface LegendRowViewProps {
  readonly row: LegendRow;
  readonly label: string;
  readonly glyph: ReactNode;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
}

/** One kind: how it looks, how many there are, and its switch. */
export function LegendRowView({ row, label, glyph, onSelect, onToggle }: LegendRowViewProps) {
  const empty = row.count === 0;
  return (
    <li className={cx(styles['row'], row.off && styles['off'], empty && styles['empty'])}>
      <button
        type="button"
        className={styles['select']}
        title={en.panels.legend.select(label)}
        disabled={empty}
        onClick={onSelect}
      >
        <span className={styles['glyph']}>{glyph}</span>
        <span className={styles['label']}>{label}</span>
        <span className={styles['count']}>{row.count}</span>
      </button>
      {(!empty || row.off) && (
        <button
          type="button"
          role="switch"
          aria-checked={!row.off}
          aria-label={row.off ? en.panels.legend.switchOn(label) : en.panels.legend.switchOff(label)}
          className={styles['eye']}
          onClick={onToggle}
        >
          <Icon name={row.off ? 'eye-off' : 'eye'} size={14} />
        </button>
      )}
    </li>
  );
}
