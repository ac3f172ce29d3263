import type { ArticleRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { articleTitle } from '../base/article-title.ts';
import { marksOf } from './marks.ts';
import { ReadingText } from './ReadingText.tsx';
import { useSelectedClaim } from './use-selected-claim.ts';

import styles from './ArticlePanel.module.css';

const words = en.panels.article;

/** The article with its sentences marked: every mark is a claim, every claim a mark. */
export function ArticlePanel() {
  const article = useExplorer((state) => state.article);
  return (
    <section className={styles['panel']} aria-label={words.region}>
      <Head />
      {article?.text ? (
        <div className={styles['scroll']}>
          <div className={styles['page']}>
            <Title article={article} />
            <ReadingText article={article} text={article.text} />
          </div>
        </div>
      ) : (
        <EmptyState
          title={article ? words.notHeld : words.none}
          text={article ? words.notHeldText : words.noneText}
        />
      )}
    </section>
  );
}

function Head() {
  const selected = useSelectedClaim();
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const actions = useActions();
  const sentence = selected && relationSentence(selected.relation, { entities, vocabulary });
  return (
    <header className={styles['head']}>
      <p className={styles['about']}>
        {sentence ? (
          <>
            <strong>
              {sentence.source.name} {sentence.caption} {sentence.target.name}
            </strong>{' '}
            {words.quoteOf(selected.index + 1, selected.relation.claims.length)}
          </>
        ) : (
          words.pick
        )}
      </p>
      {selected && selected.relation.claims.length > 1 && (
        <>
          <IconButton
            icon="chevron-up"
            label={en.commands.previousClaim}
            keys="P"
            unavailable={selected.index === 0}
            onClick={() => actions.showClaim(selected.index - 1)}
          />
          <IconButton
            icon="chevron-down"
            label={en.commands.nextClaim}
            keys="N"
            unavailable={selected.index === selected.relation.claims.length - 1}
            onClick={() => actions.showClaim(selected.index + 1)}
          />
        </>
      )}
      <IconButton icon="x" label={words.close} onClick={() => actions.showView('graph')} />
    </header>
  );
}

function Title({ article }: { readonly article: ArticleRecord }) {
  const title = articleTitle(article);
  const passages = new Set(marksOf(article.claims).map(({ start, end }) => `${start}-${end}`)).size;
  const facts = [
    article.publishedAt && words.published(en.dateWords(article.publishedAt)),
    article.basedOn?.publisher &&
      words.retells(
        article.basedOn.publisher,
        article.basedOn.publishedAt && en.dateWords(article.basedOn.publishedAt),
      ),
  ].filter(Boolean);
  return (
    <>
      <h1 className={styles['title']}>{title?.title ?? article.id}</h1>
      <p className={styles['by']}>
        {title?.standsIn && words.noTitle} {facts.length > 0 && `${facts.join(', ')}.`}{' '}
        {words.marked(article.claims.length, passages)}
      </p>
    </>
  );
}
