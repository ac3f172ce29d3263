import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { cx } from '../../ui/cx.ts';
import { LineSample } from '../../ui/LineSample.tsx';
import { markKey, type Mark } from './marks.ts';
import { nameInQuote } from './name-in-quote.ts';
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

/** What a claim says: whole, and with the names that its own quote has, which are shorter. */
function useSentences({ claim, printing }: Mark): { readonly whole: string; readonly short: string } {
  const relation = useExplorer((state) => state.relations.get(claim.relationId));
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  if (!relation) {
    const quote = claim.quote ?? en.evidence.noQuote;
    return { whole: quote, short: quote };
  }
  const { source, caption, target } = relationSentence(relation, { entities, vocabulary });
  const short = [source, target].map(({ id, name }) => {
    const entity = entities.get(id);
    return entity ? nameInQuote(entity, claim.quote) : name;
  });
  const again = printing > 0 ? ` (${en.panels.article.again})` : '';
  return {
    whole: `${source.name} ${caption} ${target.name}${again}`,
    short: `${short[0]} ${caption} ${short[1]}${again}`,
  };
}

function Note({ mark, selected, lit, onChoose, onLight }: NoteProps) {
  const { claim, printing } = mark;
  const { whole, short } = useSentences(mark);
  const chosen = claim.id === selected;
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
        title={whole}
        aria-current={chosen || undefined}
        onClick={() => onChoose(mark)}
        onPointerEnter={() => onLight(claim.id)}
        onPointerLeave={() => onLight(null)}
        onFocus={() => onLight(claim.id)}
        onBlur={() => onLight(null)}
      >
        <LineSample status={claim.status} width={30} onMarker={chosen} />
        <span className={styles['words']}>{chosen ? whole : short}</span>
      </button>
    </li>
  );
}
