import type { TextSpan } from '../../lib/quote-places.ts';
import type { Clause } from './clause.ts';
import { firstEndingAfter } from './first-ending-after.ts';
import type { Mention, ProposedEntity, Quotation } from './proposal.ts';
import type { Reading } from './reading.ts';
import { SpeakerFinder } from './speaker-finder.ts';

/** Longest quotation, in characters: behind it a mark was forgotten. */
const longest = 3_000;

/**
 * Every pair of double quotation marks, with its likely speaker: by a verb of speech, or by a line that ends in
 * ":". A paragraph that begins with a name and ":", as in an interview, is one quotation from there to its end.
 */
export function quotationsIn(
  reading: Reading,
  mentions: readonly Mention[],
  clauses: readonly (readonly Clause[])[],
): readonly Quotation[] {
  const context = new SpeakerFinder(reading, mentions, clauses);
  return reading.paragraphs.flatMap((paragraph, index) => {
    const answer = answerIn(reading.text, paragraph, mentions);
    if (answer) return [answer];
    return markedIn(reading.text, paragraph).map((span): Quotation => {
      const words = reading.text.slice(span.start, span.end).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
      const found = context.speakerOf(span, index);
      return {
        ...span,
        speaker: found?.speaker ?? null,
        isScare: words.length <= 2,
        unsure: found?.unsure ?? null,
      };
    });
  });
}

/** "Korvat: No. I have never sold anything." */
function answerIn(text: string, paragraph: TextSpan, mentions: readonly Mention[]): Quotation | null {
  const first = mentions[firstEndingAfter(mentions, paragraph.start)];
  if (!first || first.end >= paragraph.end || !isSomebody(first.entity)) return null;
  // "Mr Korvat": what belongs to the name stands before it.
  const label = text.slice(paragraph.start, first.end + 1);
  if (!label.endsWith(':') || !/^(?:\S+ ){0,3}$/u.test(text.slice(paragraph.start, first.start))) return null;
  return { start: first.end + 1, end: paragraph.end, speaker: first.entity, isScare: false, unsure: null };
}

/** Countries, bodies and papers with a colon behind them begin a notice as well as an answer. */
const isSomebody = ({ type, kind }: ProposedEntity): boolean => kind === 'source' || type === 'Person';

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
