import type { RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { statusOf } from './relation-order.ts';

import styles from './RelationRow.module.css';

interface RelationRowProps {
  readonly relation: RelationRecord;
  /** As read from the side of whoever the list is about. */
  readonly caption: string;
  /** Name of the other end, where the list does not already say it. */
  readonly other?: string;
  readonly onOpen: () => void;
}

/** One relation in a list: its line, what it says, how it is known. */
export function RelationRow({ relation, caption, other, onOpen }: RelationRowProps) {
  const status = statusOf(relation);
  const disputed = relation.standing === 'DISPUTED';
  const word = status
    ? en.evidence.status[status].word.toLowerCase()
    : en.evidence.noStatus.word.toLowerCase();
  const known = relation.claimCount > 1 ? en.panels.entity.claims(relation.claimCount) : word;
  return (
    <button type="button" className={styles['row']} onClick={onOpen}>
      <LineSample status={status} />
      <span className={styles['words']}>
        {caption} {other && <strong>{other}</strong>}
      </span>
      <small className={disputed ? styles['disputed'] : undefined}>
        {disputed ? en.evidence.disputedWord : known}
      </small>
    </button>
  );
}
