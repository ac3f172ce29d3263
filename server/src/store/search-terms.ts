import { foldedWords } from '../lib/fold-text.ts';

const MAX_TEXT = 100;
const MAX_TERMS = 10;

/** The words of a search to look for: at most 10, from the first 100 characters, each once. */
export function searchTerms(text: string): readonly string[] {
  return [...new Set(foldedWords(text.slice(0, MAX_TEXT)))].slice(0, MAX_TERMS);
}

/** How many letters a word may be off and still be found: none up to 3 letters, 1 up to 5, else 2. */
export function allowedEdits(term: string): 0 | 1 | 2 {
  if (term.length <= 3) return 0;
  return term.length <= 5 ? 1 : 2;
}
