import type { RelationRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { articleName } from '../base/article-title.ts';
import { CommandButtons } from '../base/CommandButtons.tsx';
import { supportOf } from '../base/ladder.ts';
import { Panel, Section } from '../base/Panel.tsx';
import { byEvidence } from '../base/relation-order.ts';
import { RelationSentences } from '../base/RelationSentences.tsx';

import styles from './OverviewPanel.module.css';

const words = en.panels.overview;
const shownAtFirst = 6;

/** What stands on the canvas while nothing is selected: where it comes from, what is in dispute, what is known best. */
export function OverviewPanel() {
  const edges = useExplorer((state) => state.scene.edges);
  const relations = useExplorer((state) => state.relations);
  const drawn = edges
    .filter((edge) => !edge.ghost)
    .flatMap((edge) => edge.relationIds.flatMap((id) => relations.get(id) ?? []));
  const disputed = drawn.filter(({ standing }) => standing === 'DISPUTED').toSorted(byEvidence);
  const best = drawn
    .filter(({ standing }) => standing !== 'DISPUTED')
    .toSorted((a, b) => supportOf(b).level - supportOf(a).level || byEvidence(a, b))
    .slice(0, shownAtFirst);
  const hasArticles = useExplorer((state) => state.articles.length > 0);
  return (
    <Panel
      eyebrow={words.eyebrow}
      title={words.title}
      foot={hasArticles && <CommandButtons ids={['show-article']} />}
    >
      {hasArticles && (
        <Section heading={words.articles}>
          <Articles relations={drawn} />
        </Section>
      )}
      <Rows heading={words.disputed} relations={disputed} />
      <Rows heading={words.best} relations={best} />
      <Section>
        <p className={styles['hint']}>{words.hint}</p>
      </Section>
    </Panel>
  );
}

function Articles({ relations }: { readonly relations: readonly RelationRecord[] }) {
  const articles = useExplorer((state) => state.articles);
  const cited = new Set(relations.flatMap(({ claims }) => claims.map((claim) => claim.article?.id)));
  return articles
    .filter(({ id }) => cited.has(id))
    .map((article) => (
      <p key={article.id} className={styles['article']}>
        <strong>{articleName(article)}</strong>
        <small>
          {[
            article.publishedAt && en.panels.article.published(en.dateWords(article.publishedAt)),
            article.basedOn?.publisher &&
              en.panels.article.retells(
                article.basedOn.publisher,
                article.basedOn.publishedAt && en.dateWords(article.basedOn.publishedAt),
              ),
          ]
            .filter(Boolean)
            .join(', ')}
        </small>
      </p>
    ));
}

interface RowsProps {
  readonly heading: string;
  readonly relations: readonly RelationRecord[];
}

function Rows({ heading, relations }: RowsProps) {
  if (relations.length === 0) return null;
  return (
    <Section heading={heading}>
      <RelationSentences relations={relations} />
    </Section>
  );
}
