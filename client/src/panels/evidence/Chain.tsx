import type { ClaimRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { chainOf } from './chain.ts';

import styles from './Chain.module.css';

/** The speakers from first to last, one a row. */
export function Chain({ claim }: { readonly claim: ClaimRecord }) {
  const chain = chainOf(claim);
  if (chain.length === 0) return <p>{en.evidence.who.nobody}</p>;
  return (
    <ol className={styles['chain']}>
      {chain.map((step) => (
        <li key={step.id}>
          <EntityGlyph type={step.type} anonymous={step.anonymous} radius={8} />
          <span>
            {step.words} {step.detail && <small>{step.detail}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
