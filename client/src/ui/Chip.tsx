import { Icon } from './Icon.tsx';

import styles from './Chip.module.css';

interface ChipProps {
  /** What it is about, such as a kind of filter. */
  readonly kind: string;
  /** What is set and what it costs. */
  readonly text: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

/** Something that is set and can be taken off. */
export function Chip({ kind, text, removeLabel, onRemove }: ChipProps) {
  return (
    <span className={styles['chip']}>
      <Icon name="funnel" size={14} />
      <span className={styles['text']}>
        <span className={styles['kind']}>{kind}</span> {text}
      </span>
      <button type="button" aria-label={removeLabel} className={styles['remove']} onClick={onRemove}>
        <Icon name="x" size={13} />
      </button>
    </span>
  );
}
