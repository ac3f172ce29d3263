import { useExplorer } from '../../runtime/hooks.tsx';
import { entityTypeInfo } from '../../state/vocabulary.ts';
import { cx } from '../../ui/cx.ts';
import type { Mark, Named, Segment } from './marks.ts';

import styles from './Passage.module.css';

/** What both sides of a mark, text and note, tell and are told. */
export interface MarkEvents {
  /** Id of the claim that is looked at. */
  readonly selected: string | null;
  /** Id of the claim under the pointer. */
  readonly lit: string | null;
  readonly onChoose: (mark: Mark) => void;
  readonly onLight: (claimId: string | null) => void;
}

interface PassageProps extends MarkEvents {
  readonly segment: Segment;
}

/** A stretch of the text with its underlines. Where several claims lie, the shortest is meant. */
export function Passage({ segment, selected, lit, onChoose, onLight }: PassageProps) {
  const words = segment.named ? <Name named={segment.named} text={segment.text} /> : segment.text;
  const shortest = segment.marks.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!shortest) return words;
  const chosen = segment.marks.some((mark) => mark.claim.id === selected);
  const underlined = segment.marks.reduceRight(
    (inner, mark) =>
      mark.lane === null ? (
        inner
      ) : (
        <span
          className={cx(
            styles['underline'],
            styles[`lane${mark.lane}`],
            styles[mark.claim.status?.toLowerCase() ?? 'plain'],
          )}
        >
          {inner}
        </span>
      ),
    words,
  );
  const marked = chosen ? <mark>{underlined}</mark> : underlined;
  const place = {
    'data-claim': segment.marks.map((mark) => mark.claim.id).join(' '),
    'data-start': segment.marks
      .filter((mark) => mark.start === segment.start)
      .map((mark) => `${mark.claim.id}#${mark.printing}`)
      .join(' '),
  };
  // A space between two claims belongs to the marks, but a link without words would say nothing.
  if (segment.text.trim() === '') return <span {...place}>{marked}</span>;
  return (
    // The notes beside the text are the way for the keyboard: a second stop at each sentence would double it.
    <a
      {...place}
      href={`#${shortest.claim.id}`}
      tabIndex={-1}
      className={cx(styles['passage'], segment.marks.some((mark) => mark.claim.id === lit) && styles['lit'])}
      onClick={(event) => {
        event.preventDefault();
        onChoose(shortest);
      }}
      onPointerEnter={() => onLight(shortest.claim.id)}
      onPointerLeave={() => onLight(null)}
    >
      {marked}
    </a>
  );
}

function Name({ named, text }: { readonly named: Named; readonly text: string }) {
  const family = useExplorer((state) => entityTypeInfo(state.vocabulary, named.type).family);
  return <span className={cx(styles['name'], styles[family])}>{text}</span>;
}
