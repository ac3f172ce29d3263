import type { TextSpan } from '../../lib/quote-places.ts';
import type { Clause } from './clause.ts';
import type { Mention, Quotation } from './proposal.ts';
import type { Reading } from './reading.ts';
import { SpeakerFinder } from './speaker-finder.ts';

/** Longest quotation, in characters: behind it a mark was forgotten. */
const longest = 3_000;

/** Every pair of double quotation marks, with its likely speaker: by a verb of speech, or by a line that ends in ":". */
export function quotationsIn(
  reading: Reading,
  mentions: readonly Mention[],
  clauses: readonly (readonly Clause[])[],
): readonly Quotation[] {
  const context = new SpeakerFinder(reading, mentions, clauses);
  return reading.paragraphs.flatMap((paragraph, index) =>
    markedIn(reading.text, paragraph).map((span): Quotation => {
      const words = reading.text.slice(span.start, span.end).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
      const found = context.speakerOf(span, index);
      return {
        ...span,
        speaker: found?.speaker ?? null,
        isScare: words.length <= 2,
        unsure: found?.unsure ?? null,
      };
    }),
  );
}

function markedIn(text: string, paragraph: TextSpan): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let open = -1;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text[at] ?? '';
    if (!/["“”„«»]/u.test(mark)) continue;
    if (open < 0 || at - open > longest || mark === '“' || mark === '„') open = mark === '”' ? -1 : at;
    else {
      spans.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return spans;
}
