import { useEffect, useState } from 'react';

import type { EntityRecord, RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer, useQueries } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { Section } from '../base/Panel.tsx';
import { absentNeighbors } from './absent-neighbors.ts';

import styles from './EntityPanel.module.css';

type Answer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'found';
      readonly relations: readonly RelationRecord[];
      readonly neighbors: readonly EntityRecord[];
      readonly totalCount: number;
    };

/** Neighbours that the store knows and the canvas does not show, each with Add. */
export function NotHere({ entity }: { readonly entity: EntityRecord }) {
  const hidden = useExplorer(
    (state) => state.scene.nodes.find(({ id }) => id === entity.id)?.hiddenNeighbors ?? 0,
  );
  if (hidden === 0) return null;
  return (
    <Section heading={en.panels.entity.notHere}>
      <AbsentList entity={entity} />
    </Section>
  );
}

function useRelationsOf(id: string): Answer {
  const queries = useQueries();
  const [answer, setAnswer] = useState<Answer>({ kind: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    queries.relationsOf(id, abort.signal).then(
      (found) => setAnswer({ kind: 'found', ...found }),
      () => !abort.signal.aborted && setAnswer({ kind: 'failed' }),
    );
    return () => abort.abort();
  }, [id, queries]);
  return answer;
}

function AbsentList({ entity }: { readonly entity: EntityRecord }) {
  const answer = useRelationsOf(entity.id);
  const present = useExplorer((state) => state.investigation.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  if (answer.kind === 'loading') return <p className={styles['quiet']}>{en.panels.entity.loading}</p>;
  if (answer.kind === 'failed') return <p className={styles['quiet']}>{en.panels.entity.failed}</p>;
  const entities = new Map(answer.neighbors.map((neighbor) => [neighbor.id, neighbor]));
  const add = async (id: string) => {
    await actions.add([id]);
    actions.selectEntity(entity.id);
  };
  return (
    <>
      <ul className={styles['list']}>
        {absentNeighbors(entity.id, { ...answer, present }).map(({ neighbor, relation }) => (
          <li key={neighbor.id}>
            <EntityGlyph type={neighbor.type} anonymous={neighbor.anonymous} radius={8} />
            <span>
              {neighbor.name}{' '}
              <small>{relationSentence(relation, { entities, vocabulary, from: entity.id }).caption}</small>
            </span>
            <Button
              look="link"
              aria-label={en.panels.entity.addNamed(neighbor.name)}
              onClick={() => void add(neighbor.id)}
            >
              {en.panels.entity.add}
            </Button>
          </li>
        ))}
      </ul>
      {answer.totalCount > answer.relations.length && (
        <p className={styles['quiet']}>
          {en.panels.entity.notHereCut(answer.relations.length, answer.totalCount)}
        </p>
      )}
    </>
  );
}
