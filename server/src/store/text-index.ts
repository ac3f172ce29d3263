import MiniSearch from 'minisearch';

import { foldedWords } from '../lib/fold-text.ts';
import { allowedEdits, searchTerms } from './search-terms.ts';
import type { TextCandidate } from './store.ts';

/** What the analyzer of Neo4j's index (Lucene's EnglishAnalyzer) leaves out, so that both stores find the same. */
const stopWords = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these
  they this to was will with`.split(/\s+/u),
);

interface IndexedText {
  readonly id: string;
  readonly names: string;
}

/**
 * Finds entities by their folded names and aliases, in memory: for the embedded store, whose own text
 * index knows neither beginnings of words, nor letters that are off, nor marks, and for graphs in which
 * nobody made an index.
 */
export class TextIndex {
  readonly #index = new MiniSearch<IndexedText>({
    fields: ['names'],
    tokenize: foldedWords,
    processTerm: (term) => (stopWords.has(term) ? null : term),
    // A beginning of a word is looked for even if it is such a word: "no" finds "Norway".
    searchOptions: { processTerm: (term) => term },
  });
  #candidates = new Map<string, TextCandidate>();

  /** Brings the index in step with all entities there are: only those that changed are indexed again. */
  update(candidates: readonly TextCandidate[]): void {
    const current = new Map(candidates.map((candidate) => [candidate.id, candidate]));
    for (const [id, old] of this.#candidates) {
      const now = current.get(id);
      if (now === undefined || namesOf(now) !== namesOf(old)) this.#index.discard(id);
    }
    for (const [id, candidate] of current) {
      if (!this.#index.has(id)) this.#index.add({ id, names: namesOf(candidate) });
    }
    this.#candidates = current;
  }

  /** The best matches first, at most `limit`. */
  search(text: string, limit: number): readonly TextCandidate[] {
    const terms = searchTerms(text);
    if (terms.length === 0) return [];
    const hits = this.#index.search(terms.join(' '), {
      prefix: true,
      fuzzy: allowedEdits,
      combineWith: 'OR',
    });
    return hits
      .slice(0, limit)
      .map(({ id }) => this.#candidates.get(String(id)))
      .filter((candidate) => candidate !== undefined);
  }
}

function namesOf({ name, aliases }: TextCandidate): string {
  return [name, ...aliases].join('\n');
}
