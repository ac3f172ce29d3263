/** The stretch of a text most like a quote, and the first word in which they differ. */
export interface NearestPassage {
  readonly passage: string;
  readonly quoted: string;
  readonly printed: string;
}

/**
 * Where a quote that is not in a text was probably taken from: the window of as many words that shares
 * most words with it. Null if less than half of them are shared. Linear in the text.
 */
export function nearestPassage(text: string, quote: string): NearestPassage | null {
  const words = Array.from(text.matchAll(/\S+/g));
  const wanted = quote.match(/\S+/g) ?? [];
  const size = Math.min(wanted.length, words.length);
  const open = new Map<string, number>();
  for (const word of wanted) open.set(fold(word), (open.get(fold(word)) ?? 0) + 1);

  let shared = 0;
  let best = { start: 0, shared: 0 };
  const change = (word: string | undefined, step: 1 | -1): void => {
    if (word === undefined) return;
    const left = open.get(word);
    if (left === undefined) return;
    // A word counts as often as the quote has it.
    if (step === 1 ? left > 0 : left >= 0) shared += step;
    open.set(word, left - step);
  };
  const folded = words.map(([word]) => fold(word));
  for (const [index, word] of folded.entries()) {
    change(word, 1);
    if (index >= size) change(folded[index - size], -1);
    if (shared > best.shared) best = { start: Math.max(0, index - size + 1), shared };
  }
  if (best.shared * 2 < wanted.length) return null;
  const window = words.slice(best.start, best.start + size).map(([word]) => word);
  const differs = window.findIndex((word, index) => fold(word) !== fold(wanted[index] ?? ''));
  return {
    passage: window.join(' '),
    quoted: wanted[differs] ?? '',
    printed: window[differs] ?? '',
  };
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
