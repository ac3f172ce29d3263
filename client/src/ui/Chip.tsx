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

/** Something that is set; pressing it takes it off. */
export function Chip({ kind, text, removeLabel, onRemove }: ChipProps) {
  return (
    <button type="button" className={styles['chip']} title={removeLabel} onClick={onRemove}>
      <Icon name="funnel" size={14} />
      <span>
        <span className={styles['kind']}>{kind}</span> {text}
      </span>
      <Icon name="x" size={13} />
    </button>
  );
}
