import { useEffect, useMemo, useRef, useState } from 'react';

import type { ArticleRecord } from '../../api/graph.ts';
import { useActions } from '../../runtime/hooks.tsx';
import { MarginNotes } from './MarginNotes.tsx';
import { marksOf, namesIn, paragraphsOf, type Mark } from './marks.ts';
import { Passage } from './Passage.tsx';
import { Unplaced } from './Unplaced.tsx';
import { useNotePlaces } from './use-note-places.ts';
import { useSelectedClaim } from './use-selected-claim.ts';

import styles from './ReadingText.module.css';

interface ReadingTextProps {
  readonly article: ArticleRecord;
  readonly text: string;
}

/** The words of the article, the claims underlined in the form of their status, and notes beside them. */
export function ReadingText({ article, text }: ReadingTextProps) {
  const column = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<string | null>(null);
  const selected = useSelectedClaim()?.claim.id ?? null;
  const actions = useActions();
  const marks = useMemo(() => marksOf(article.claims), [article]);
  const paragraphs = useMemo(
    () => paragraphsOf(text, { marks, named: namesIn(text, article.mentions) }),
    [article, marks, text],
  );
  useNotePlaces(column, { marks, selected });
  useEffect(() => {
    if (selected === null) return;
    const first = column.current?.querySelector(`[data-claim~="${CSS.escape(selected)}"]`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [selected, article.id]);
  const choose = ({ claim }: Pick<Mark, 'claim'>) => void actions.revealClaim(claim.relationId, claim.id);
  return (
    <div ref={column} className={styles['column']}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start} className={styles['paragraph']}>
          {paragraph.segments.map((segment) => (
            <Passage
              key={segment.start}
              segment={segment}
              selected={selected}
              lit={lit}
              onChoose={choose}
              onLight={setLit}
            />
          ))}
        </p>
      ))}
      <Unplaced claims={article.claims} onChoose={choose} />
      <MarginNotes marks={marks} selected={selected} lit={lit} onChoose={choose} onLight={setLit} />
    </div>
  );
}
