import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { cx } from '../../ui/cx.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { markKey, type Mark } from './marks.ts';
import type { MarkEvents } from './Passage.tsx';

import styles from './MarginNotes.module.css';

interface MarginNotesProps extends MarkEvents {
  readonly marks: readonly Mark[];
}

/** One note for each mark, beside the first line of its quote or below the note before. */
export function MarginNotes({ marks, ...events }: MarginNotesProps) {
  return (
    <ol className={styles['notes']} aria-label={en.panels.article.notes}>
      {marks.map((mark) => (
        <Note key={markKey(mark)} mark={mark} {...events} />
      ))}
    </ol>
  );
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
