/** The stretch of a text most like a quote, and the first word in which they differ; `printed` is empty where the text ends. */
export interface NearestPassage {
  readonly passage: string;
  readonly quoted: string;
  readonly printed: string;
}

/** Finds where a quote that is not in its text was probably taken from. */
export type PassageFinder = (quote: string) => NearestPassage | null;

/**
 * Of all stretches of a text with as many words as a quote, finds the one that shares most words with it,
 * and among those the one with most of them in the same place. Null if less than half of them are shared.
 * The text is read when the first quote is looked for, and only once.
 */
export function passageFinder(text: string): PassageFinder {
  let printed: readonly Word[] | null = null;
  return (quote) => {
    printed ??= wordsOf(text);
    return nearestOf(printed, quote);
  };
}

function nearestOf(printed: readonly Word[], quote: string): NearestPassage | null {
  const quoted = wordsOf(quote);
  const size = quoted.length;
  let best = { start: 0, shared: 0, aligned: 0 };
  // A quote may go on where the text has ended.
  const padded = [...printed, ...Array.from({ length: size - 1 }, () => nothing)];
  for (const [start, shared] of sharedWords(padded, quoted, size).entries()) {
    if (shared < best.shared) continue;
    const aligned = quoted.filter(({ folded }, index) => folded === printed[start + index]?.folded).length;
    if (shared > best.shared || aligned > best.aligned) best = { start, shared, aligned };
  }
  if (best.shared * 2 < quoted.length) return null;
  const passage = printed.slice(best.start, best.start + size);
  const differs = quoted.findIndex(({ folded }, index) => folded !== passage[index]?.folded);
  return {
    passage: passage.map(({ word }) => word).join(' '),
    quoted: quoted[differs]?.word ?? '',
    printed: passage[differs]?.word ?? '',
  };
}

interface Word {
  readonly word: string;
  /** Without case, marks and punctuation. */
  readonly folded: string;
}

const nothing: Word = { word: '', folded: ' ' };

function wordsOf(text: string): readonly Word[] {
  return (text.match(/\S+/g) ?? []).map((word) => ({
    word,
    folded: word
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, ''),
  }));
}

/** For each stretch of `size` printed words: how many it shares with the quote, each as often as the quote has it. */
function sharedWords(printed: readonly Word[], quoted: readonly Word[], size: number): readonly number[] {
  const missing = new Map<string, number>();
  for (const { folded } of quoted) missing.set(folded, (missing.get(folded) ?? 0) + 1);
  const counts: number[] = [];
  let shared = 0;
  for (const [index, { folded }] of printed.entries()) {
    const left = missing.get(folded);
    if (left !== undefined) {
      if (left > 0) shared += 1;
      missing.set(folded, left - 1);
    }
    const leaving = printed[index - size]?.folded ?? '';
    const owed = missing.get(leaving);
    if (owed !== undefined) {
      if (owed >= 0) shared -= 1;
      missing.set(leaving, owed + 1);
    }
    if (index >= size - 1) counts.push(shared);
  }
  return counts;
}
