import type { RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { supportOf } from '../base/ladder.ts';
import { Section } from '../base/Panel.tsx';

import styles from './Ladder.module.css';

const rungs = [1, 2, 3, 4, 5];

/** How well a relation is supported, on five steps and in a sentence. */
export function Ladder({ relation }: { readonly relation: RelationRecord }) {
  if (relation.standing === 'UNSOURCED') return null;
  const { level, counts, sentence } = supportOf(relation);
  return (
    <Section heading={en.evidence.support.heading}>
      <VisuallyHidden>{en.evidence.support.level(level)}</VisuallyHidden>
      <div className={styles['ladder']} aria-hidden="true">
        {rungs.map((rung) => (
          <span key={rung} className={cx(styles['rung'], rung <= level && styles['reached'])} />
        ))}
      </div>
      <p>
        <strong className={styles['counts']}>{counts}</strong> {sentence}
      </p>
    </Section>
  );
}
