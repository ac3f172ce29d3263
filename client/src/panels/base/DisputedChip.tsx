import { en } from '../../i18n/en.ts';
import { Icon } from '../../ui/Icon.tsx';

import styles from './DisputedChip.module.css';

/** The mark of a dispute: lightning and word, as on the canvas. */
export function DisputedChip() {
  return (
    <span className={styles['chip']}>
      <Icon name="zap" size={13} />
      {en.evidence.disputed}
    </span>
  );
}
