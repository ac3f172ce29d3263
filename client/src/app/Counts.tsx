import { useMemo } from 'react';

import { en } from '../i18n/en.ts';
import { useExplorer } from '../runtime/hooks.tsx';
import { cx } from '../ui/cx.ts';
import { sceneCounts } from './counts.ts';

import styles from './Counts.module.css';

const words = en.shell.counts;

/** What is in view, in exact numbers: "26 of 33 entities · 39 relations · 45 claims · 1 article"; entities alone when short. */
export function Counts({ short }: { readonly short: boolean }) {
  const scene = useExplorer((state) => state.scene);
  const relations = useExplorer((state) => state.relations);
  const total = useExplorer((state) => state.storeTotals?.entities ?? 0);
  const counts = useMemo(() => sceneCounts(scene, relations), [scene, relations]);
  return (
    <p className={cx(styles['counts'], short && styles['short'])}>
      <strong>{counts.entities}</strong> {words.entities(counts.entities, total)}
      {!short && (
        <span className={styles['long']}>
          {' · '}
          <strong>{counts.relations}</strong> {words.relations(counts.relations)}
          {' · '}
          <strong>{counts.claims}</strong> {words.claims(counts.claims)}
          {' · '}
          <strong>{counts.articles}</strong> {words.articles(counts.articles)}
        </span>
      )}
    </p>
  );
}
