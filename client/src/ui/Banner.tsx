import type { ReactNode } from 'react';

import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';

import styles from './Banner.module.css';

interface BannerProps {
  readonly kind: 'busy' | 'news' | 'warn' | 'bad';
  /** First words, in bold. */
  readonly title: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly actions?: ReactNode;
}

const usualIcons = {
  busy: 'loader-circle',
  news: 'newspaper',
  warn: 'triangle-alert',
  bad: 'triangle-alert',
} as const;

/** How those who cannot see it hear of it: at once, or when they are not listening to something else. */
const roles = { busy: undefined, news: undefined, warn: undefined, bad: 'alert' } as const;

/** One line about the state of things, where it happened. */
export function Banner({ kind, title, detail, icon, actions }: BannerProps) {
  return (
    <div role={roles[kind]} className={cx(styles['banner'], styles[kind])}>
      <Icon name={icon ?? usualIcons[kind]} />
      <p className={styles['text']}>
        <strong>{title}</strong> {detail}
      </p>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
