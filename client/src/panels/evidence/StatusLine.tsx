import type { ClaimRecord, RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { DisputedChip } from '../base/DisputedChip.tsx';

import styles from './StatusLine.module.css';

interface StatusLineProps {
  readonly relation: RelationRecord;
  readonly claim: ClaimRecord | undefined;
}

/** How the claim in view is known: line, word, meaning. In a dispute the chip stands in its place. */
export function StatusLine({ relation, claim }: StatusLineProps) {
  if (relation.standing === 'DISPUTED') {
    return (
      <p className={styles['line']}>
        <DisputedChip />
        <span>{en.evidence.allSides(relation.claimCount)}</span>
      </p>
    );
  }
  const { word, meaning } = claim?.status ? en.evidence.status[claim.status] : en.evidence.noStatus;
  return (
    <p className={styles['line']}>
      <LineSample status={claim?.status ?? null} />
      <strong>{word}</strong>
      <span>{meaning}</span>
    </p>
  );
}
