import type { RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { relationTypeInfo } from '../../state/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { EntityLink } from '../base/EntityLink.tsx';
import { Panel, Section } from '../base/Panel.tsx';
import { AlsoBetween, siblingsOf } from './AlsoBetween.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { DisputeCard } from './DisputeCard.tsx';
import { Ladder } from './Ladder.tsx';
import { StatusLine } from './StatusLine.tsx';

import styles from './RelationCard.module.css';

interface RelationCardProps {
  readonly relation: RelationRecord;
  readonly onClose: () => void;
}

/** A relation as a sentence, and everything that says how it is known. */
export function RelationCard({ relation, onClose }: RelationCardProps) {
  const vocabulary = useExplorer((state) => state.vocabulary);
  const edges = useExplorer((state) => state.scene.edges);
  const relations = useExplorer((state) => state.relations);
  const claimIndex = useExplorer((state) => state.claimIndex);
  const siblings = siblingsOf(relation, { edges, relations });
  const claim = relation.claims[claimIndex] ?? relation.claims[0];
  const at = siblings.findIndex(({ id }) => id === relation.id);
  const disputed = relation.standing === 'DISPUTED';
  return (
    <Panel
      eyebrow={
        siblings.length > 1 ? en.evidence.relationOf(at + 1, siblings.length) : en.evidence.onlyRelation
      }
      title={
        <>
          <EntityLink id={relation.sourceId} />
          <span className={styles['caption']}>{relationTypeInfo(vocabulary, relation.type).caption}</span>
          <EntityLink id={relation.targetId} />
        </>
      }
      subtitle={<StatusLine relation={relation} claim={claim} />}
      closeLabel={en.evidence.close}
      onClose={onClose}
      foot={<Foot relation={relation} />}
    >
      {disputed ? <DisputeCard relation={relation} selected={claim} /> : claim && <ClaimCard claim={claim} />}
      {relation.claims.length < relation.claimCount && (
        <Section>{en.evidence.claimsShown(relation.claims.length, relation.claimCount)}</Section>
      )}
      <Ladder relation={relation} />
      <AlsoBetween relation={relation} siblings={siblings} />
    </Panel>
  );
}

function Foot({ relation }: { readonly relation: RelationRecord }) {
  const claimIndex = useExplorer((state) => state.claimIndex);
  const actions = useActions();
  const total = relation.claims.length;
  const article = relation.claims[claimIndex]?.article;
  if (total < 2 && !article?.textHeld) return null;
  return (
    <>
      {article?.textHeld && (
        <Button
          look="primary"
          icon="book-open"
          title="R"
          onClick={() => void actions.readInPlace(article.id)}
        >
          {en.commands.readInPlace}
        </Button>
      )}
      {total > 1 && (
        <span className={styles['stepper']}>
          {en.evidence.claimOf(claimIndex + 1, total)}
          <IconButton
            icon="chevron-up"
            label={en.commands.previousClaim}
            keys="P"
            unavailable={claimIndex === 0}
            onClick={() => actions.showClaim(claimIndex - 1)}
          />
          <IconButton
            icon="chevron-down"
            label={en.commands.nextClaim}
            keys="N"
            unavailable={claimIndex >= total - 1}
            onClick={() => actions.showClaim(claimIndex + 1)}
          />
        </span>
      )}
    </>
  );
}
