import { useLayoutEffect, type RefObject } from 'react';

import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { cx } from '../../ui/cx.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { markKey, type Mark } from './marks.ts';
import type { MarkEvents } from './Passage.tsx';
import { stackNotes } from './stack-notes.ts';

import styles from './MarginNotes.module.css';

const gap = 4;

interface MarginNotesProps extends MarkEvents {
  /** Holds the text and the notes. */
  readonly column: RefObject<HTMLDivElement | null>;
  readonly marks: readonly Mark[];
}

/** One note for each mark, beside the first line of its quote or below the note before. */
export function MarginNotes({ column, marks, ...events }: MarginNotesProps) {
  useLayoutEffect(() => {
    const box = column.current;
    if (!box) return;
    const place = () => placeNotes(box);
    const observer = new ResizeObserver(place);
    observer.observe(box);
    void document.fonts.ready.then(place);
    return () => observer.disconnect();
  }, [column, marks]);
  return (
    <ol className={styles['notes']} aria-label={en.panels.article.notes}>
      {marks.map((mark) => (
        <Note key={markKey(mark)} mark={mark} {...events} />
      ))}
    </ol>
  );
}

/** Measures and moves without another render: places follow from the text as it is laid out. */
function placeNotes(box: HTMLElement): void {
  const top = box.getBoundingClientRect().top;
  const notes = [...box.querySelectorAll<HTMLElement>('[data-note]')];
  const wishes = notes.map((note) => {
    const start = box.querySelector(`[data-start~="${CSS.escape(note.dataset['note'] ?? '')}"]`);
    const line = start?.getClientRects()[0];
    return { note, top: line ? line.top - top + 6 : 0, left: line?.left ?? 0, height: note.offsetHeight };
  });
  wishes.sort((a, b) => a.top - b.top || a.left - b.left);
  const places = stackNotes(wishes, gap);
  wishes.forEach(({ note }, index) => {
    note.style.top = `${places[index] ?? 0}px`;
  });
  const last = wishes.at(-1);
  box.style.minHeight = last ? `${(places.at(-1) ?? 0) + last.height + gap}px` : '';
}

interface NoteProps extends MarkEvents {
  readonly mark: Mark;
}

function Note({ mark, selected, lit, onChoose, onLight }: NoteProps) {
  const relation = useExplorer((state) => state.relations.get(mark.claim.relationId));
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  const { claim, printing } = mark;
  const chosen = claim.id === selected;
  const sentence = relation && relationSentence(relation, { entities, vocabulary });
  return (
    <li
      data-note={`${claim.id}#${printing}`}
      className={cx(
        styles['note'],
        claim.status === 'DENIED' && styles['denied'],
        claim.id === lit && styles['lit'],
        chosen && styles['chosen'],
      )}
    >
      <button
        type="button"
        aria-current={chosen || undefined}
        onClick={() => onChoose(mark)}
        onPointerEnter={() => onLight(claim.id)}
        onPointerLeave={() => onLight(null)}
        onFocus={() => onLight(claim.id)}
        onBlur={() => onLight(null)}
      >
        <LineSample status={claim.status} width={30} onMarker={chosen} />
        <span>
          {sentence
            ? `${sentence.source.name} ${sentence.caption} ${sentence.target.name}`
            : (claim.quote ?? en.evidence.noQuote)}
          {printing > 0 && ` (${en.panels.article.again})`}
        </span>
      </button>
    </li>
  );
}
