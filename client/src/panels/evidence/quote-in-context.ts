/** A sentence cut into what stands before the quote, the quote, and what follows. */
export interface QuoteInContext {
  readonly before: string;
  readonly quoted: string;
  readonly after: string;
}

/** Text in which typographic and plain signs are equal, and for each of its letters the place in the original. */
function plain(text: string): { readonly letters: string; readonly places: readonly number[] } {
  let letters = '';
  const places: number[] = [];
  let place = 0;
  for (const letter of text) {
    const folded = letter
      .replace(/[“”„«»]/, '"')
      .replace(/[‘’‚]/, "'")
      .replace(/[–—]/, '-')
      .replace('…', '...')
      .replace(/\s/, ' ');
    for (const sign of folded) {
      if (sign === ' ' && letters.endsWith(' ')) continue;
      letters += sign;
      places.push(place);
    }
    place += letter.length;
  }
  return { letters, places };
}

/**
 * Finds the quote in its surroundings, where typographic quotation marks, dashes, ellipses and spaces count
 * as plain ones. What is not found, or has no surroundings, is the quote alone.
 */
export function quoteInContext(quote: string, context: string | null): QuoteInContext {
  const alone = { before: '', quoted: quote, after: '' };
  if (!context) return alone;
  const ground = plain(context);
  const wanted = plain(quote.trim()).letters;
  const at = ground.letters.indexOf(wanted);
  if (at < 0 || wanted === '') return alone;
  const start = ground.places[at] ?? 0;
  const end = ground.places[at + wanted.length] ?? context.length;
  return { before: context.slice(0, start), quoted: context.slice(start, end), after: context.slice(end) };
}
