import type { ClaimRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { Section } from '../base/Panel.tsx';
import { Chain } from './Chain.tsx';
import { placeWords } from './place-words.ts';
import { quoteInContext } from './quote-in-context.ts';
import { happened, published, type When } from './when.ts';

import styles from './ClaimCard.module.css';

/** One claim: the sentence, who said it, when it was and when it was known. What comes from no article lacks what only articles have. */
export function ClaimCard({ claim }: { readonly claim: ClaimRecord }) {
  const text = useExplorer(({ texts }) => texts.get(claim.article?.id ?? ''));
  const isDated = claim.validFrom !== null || claim.validTo !== null || claim.dateText !== null;
  return (
    <>
      <Section>
        <Quote claim={claim} />
        {claim.quote && <p className={styles['place']}>{placeWords(claim, text ?? null)}</p>}
      </Section>
      {(claim.article !== null || claim.attributedTo.length > 0) && (
        <Section heading={en.evidence.who.heading}>
          <Chain claim={claim} />
        </Section>
      )}
      {(claim.article !== null || isDated) && (
        <Section>
          <dl className={styles['dates']}>
            <DateField name={en.evidence.when.happened} when={happened(claim)} />
            {claim.article && <DateField name={en.evidence.when.published} when={published(claim)} />}
          </dl>
        </Section>
      )}
      {claim.note && (
        <Section heading={en.evidence.note}>
          <p>{claim.note}</p>
        </Section>
      )}
    </>
  );
}

function Quote({ claim }: { readonly claim: ClaimRecord }) {
  if (!claim.quote) return <p className={styles['none']}>{en.evidence.noQuote}</p>;
  const { before, quoted, after } = quoteInContext(claim.quote, claim.context);
  return (
    <blockquote className={styles['quote']}>
      {before}
      <mark>{quoted}</mark>
      {after}
    </blockquote>
  );
}

function DateField({ name, when }: { readonly name: string; readonly when: When }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{when.date}</strong>
        {when.detail && <small>{when.detail}</small>}
      </dd>
    </div>
  );
}
