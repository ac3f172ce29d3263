import type { ProposedEntity } from './proposal.ts';
import type { Word } from './tagger.ts';
import { honorifics } from './word-lists.ts';

/** An entity, and the words that stand for it here. */
export interface End {
  readonly entity: ProposedEntity;
  readonly first: number;
  readonly last: number;
  /** "she" is read as somebody. */
  readonly pronoun: string | null;
}

const breaks = new Set([';', ':', '"', '“', '”', '(', ')', '–', '—']);
const subordinators = new Set(
  'that which who whom whose because although while when whether if since after before as until and but or'.split(
    ' ',
  ),
);
const times = new Set(
  'day days evening hour hours month months morning night noon today tomorrow week weeks year years yesterday'.split(
    ' ',
  ),
);

export const lower = (word: Word | undefined): string => word?.text.toLowerCase() ?? '';

/** Marks that no verb reaches across. */
export function clauseBreaks({ text }: Word): boolean {
  return breaks.has(text);
}

/**
 * Who does what a verb says: to its left, what belongs to prepositions and stands between commas passed
 * over. Null where another noun does it.
 */
export function subjectOf(words: readonly Word[], verb: number, ends: readonly End[]): End | null {
  let at = verb - 1;
  while (at >= 0 && (words[at]?.pos === 'AUX' || words[at]?.pos === 'ADV' || words[at]?.pos === 'PART'))
    at -= 1;
  const named = at >= 0 && lower(words[at]) === ',' ? apposed(words, at, ends) : null;
  if (named) return named;
  if (lower(words[at]) === ',') at = beforeInsertion(words, at);
  for (; at >= 0; at -= 1) {
    const word = words[at];
    if (!word || breaks.has(word.text)) return null;
    const text = lower(word);
    if (text === 'who' || text === 'which' || text === 'that') return antecedent(words, at, ends);
    if (subordinators.has(text)) return null;
    const end = ends.find(({ last }) => last === at);
    if (end) {
      if (!hangs(words, end.first)) return end;
      at = end.first;
      continue;
    }
    const isNoun = word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'PRON';
    if (isNoun && !times.has(text) && !hangs(words, at)) return null;
    if (word.pos === 'VERB') return null;
  }
  return null;
}

const isHonorific = (word: Word | undefined): boolean => honorifics.has(lower(word).replace('.', ''));

/** ", Corin Aldous, said": a name and nothing else between the commas. */
function apposed(words: readonly Word[], comma: number, ends: readonly End[]): End | null {
  const end = ends.find(({ last }) => last === comma - 1);
  if (end?.entity.type !== 'Person') return null;
  let at = end.first - 1;
  while (isHonorific(words[at])) at -= 1;
  return lower(words[at]) === ',' ? end : null;
}

/** From the second comma of ", who leads the party," to the word before the first. */
function beforeInsertion(words: readonly Word[], comma: number): number {
  for (let at = comma - 1; at > 0; at -= 1) {
    const word = words[at];
    if (!word || breaks.has(word.text)) return comma - 1;
    if (word.text === ',') return at - 1;
  }
  return comma - 1;
}

/** "X, who", "the loan that": only a name right before counts, or one that others belong to. */
function antecedent(words: readonly Word[], relative: number, ends: readonly End[]): End | null {
  let at = relative - 1;
  while (at > 0 && words[at]?.text === ',') at -= 1;
  let end = ends.find(({ last }) => last === at) ?? null;
  while (end && hangs(words, end.first)) {
    const { first } = end;
    const outer: End | undefined = ends.findLast(({ last }) => last < first && first - last <= 4);
    if (!outer) return end;
    end = outer;
  }
  return end;
}

/** It belongs to a preposition: "the head of X". */
function hangs(words: readonly Word[], first: number): boolean {
  let at = first - 1;
  while (at >= 0 && (/^(?:DET|ADJ|NUM|NOUN)$/u.test(words[at]?.pos ?? '') || isHonorific(words[at]))) at -= 1;
  // "At noon X met Y": X does not belong to the noon.
  return words[at]?.pos === 'ADP' && !times.has(lower(words[first - 1]));
}
