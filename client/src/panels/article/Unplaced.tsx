import type { ClaimRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { LineSample } from '../../ui/LineSample.tsx';

import styles from './ReadingText.module.css';

interface UnplacedProps {
  readonly claims: readonly ClaimRecord[];
  readonly onChoose: (mark: { readonly claim: ClaimRecord }) => void;
}

/** Claims whose quote the text no longer holds: never dropped in silence. */
export function Unplaced({ claims, onChoose }: UnplacedProps) {
  const lost = claims.filter((claim) => claim.quotePlaces.length === 0);
  if (lost.length === 0) return null;
  return (
    <section className={styles['unplaced']}>
      <h2>{en.panels.article.unplaced(lost.length)}</h2>
      {lost.map((claim) => (
        <button key={claim.id} type="button" onClick={() => onChoose({ claim })}>
          <LineSample status={claim.status} width={30} />
          <span className={styles['lost']}>{claim.quote ?? en.evidence.noQuote}</span>
        </button>
      ))}
    </section>
  );
}
