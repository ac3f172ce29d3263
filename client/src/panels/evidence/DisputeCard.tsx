import type { ClaimRecord, RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { cx } from '../../ui/cx.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { firstSpeaker } from './chain.ts';
import { disputesElsewhere, positionsOf, type Position } from './positions.ts';
import { bothDates } from './when.ts';

import styles from './DisputeCard.module.css';

interface DisputeCardProps {
  readonly relation: RelationRecord;
  readonly selected: ClaimRecord | undefined;
}

/** All sides of a dispute beside each other, each in its own words, without a verdict. */
export function DisputeCard({ relation, selected }: DisputeCardProps) {
  const relations = useExplorer((state) => state.relations);
  const positions = positionsOf(relation, disputesElsewhere(relation, relations));
  return (
    <div className={cx(styles['columns'], positions.length > 2 && styles['scrolling'])}>
      {positions.map((position) => (
        <Column key={position.kind} position={position} relation={relation} selected={selected} />
      ))}
    </div>
  );
}

interface ColumnProps extends DisputeCardProps {
  readonly position: Position;
}

function Column({ position, relation, selected }: ColumnProps) {
  const { kind, claims, origins } = position;
  return (
    <section className={cx(styles['column'], kind !== 'says-so' && styles['against'])}>
      <h3>{en.evidence.positions[kind]}</h3>
      <small>{en.evidence.positions.counts(claims.length, origins)}</small>
      {claims.map((claim) => (
        <ClaimInColumn
          key={claim.id}
          claim={claim}
          selected={claim.id === selected?.id}
          elsewhere={claim.relationId !== relation.id}
        />
      ))}
    </section>
  );
}

interface ClaimInColumnProps {
  readonly claim: ClaimRecord;
  readonly selected: boolean;
  /** The claim is of another relation. */
  readonly elsewhere: boolean;
}

function ClaimInColumn({ claim, selected, elsewhere }: ClaimInColumnProps) {
  const relation = useExplorer((state) => state.relations.get(claim.relationId));
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  const status = claim.status ? en.evidence.status[claim.status] : en.evidence.noStatus;
  const sentence = elsewhere && relation ? relationSentence(relation, { entities, vocabulary }) : null;
  return (
    <article className={styles['claim']}>
      <button
        type="button"
        aria-pressed={selected}
        onClick={() => void actions.revealClaim(claim.relationId, claim.id)}
      >
        {sentence && (
          <span className={styles['sentence']}>
            {sentence.source.name} {sentence.caption} {sentence.target.name}
          </span>
        )}
        <span className={styles['quote']}>
          {selected ? (
            <mark>{claim.quote ?? en.evidence.noQuote}</mark>
          ) : (
            (claim.quote ?? en.evidence.noQuote)
          )}
        </span>
        <strong>{firstSpeaker(claim)}</strong>
        <span className={styles['status']}>
          <LineSample status={claim.status} width={30} />
          {status.word.toLowerCase()}
        </span>
        <span className={styles['dates']}>{bothDates(claim)}</span>
      </button>
      {claim.note && <p className={styles['note']}>{claim.note}</p>}
      {claim.quotePlaces.length > 1 && (
        <p className={styles['note']}>{en.evidence.place.printed(claim.quotePlaces.length)}</p>
      )}
    </article>
  );
}
