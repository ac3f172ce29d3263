import type { ReactNode } from 'react';

import { IconButton } from '../../ui/IconButton.tsx';

import styles from './Panel.module.css';

interface PanelProps {
  /** Small line above the title. */
  readonly eyebrow: string;
  readonly title: ReactNode;
  /** Below the title, such as the status. */
  readonly subtitle?: ReactNode;
  /** Absent where there is nothing to close. */
  readonly closeLabel?: string;
  readonly onClose?: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every panel: a head that stays, a body that scrolls, a foot with what can be done. */
export function Panel({ eyebrow, title, subtitle, closeLabel, onClose, foot, children }: PanelProps) {
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <div className={styles['eyebrow']}>
          <span>{eyebrow}</span>
          {closeLabel && <IconButton icon="x" label={closeLabel} small onClick={onClose} />}
        </div>
        <h2 className={styles['title']}>{title}</h2>
        {subtitle}
      </header>
      <div className={styles['body']}>{children}</div>
      {foot && <footer className={styles['foot']}>{foot}</footer>}
    </div>
  );
}

interface SectionProps {
  readonly heading?: string;
  readonly children: ReactNode;
}

export function Section({ heading, children }: SectionProps) {
  return (
    <section className={styles['section']}>
      {heading && <h3 className={styles['heading']}>{heading}</h3>}
      {children}
    </section>
  );
}
