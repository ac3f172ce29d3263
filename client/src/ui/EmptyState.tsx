import type { ReactNode } from 'react';

import styles from './EmptyState.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly text?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** What stands where nothing is to show: a title, why, and what to do. */
export function EmptyState({ title, text, actions, children }: EmptyStateProps) {
  return (
    <section className={styles['state']}>
      <h2 className={styles['title']}>{title}</h2>
      {text && <p className={styles['text']}>{text}</p>}
      {children}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </section>
  );
}
