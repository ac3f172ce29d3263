import type { Clause } from './clause.ts';
import type { Sentence } from './reading.ts';
import type { Spoken } from './spoken-by.ts';
import { clauseBreaks } from './subject.ts';
import type { Word } from './tagger.ts';

/** How a claim stands, by the words around its verb; when several fit, the first of the README's table. */
export interface GuessedStatus {
  readonly status: string;
  readonly unsure: string | null;
  /** The word that says it is not so, for the quote to hold it: without it the words would say the opposite. */
  readonly denial: Word | null;
}

const lemmas = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const plans = lemmas(
  'aim agree commit decide hope intend mean offer order plan pledge prepare promise propose seek threaten try vow want',
);
const doubts = lemmas('doubt question wonder');
const opinions = lemmas('appear believe consider imply regard seem suggest think');
const denials = lemmas('deny reject dismiss refute disprove');
const refusals = lemmas('avoid decline fail refuse');
const negations = lemmas("not n't never no without neither nor nobody none nothing");

export function statusOf(
  { words }: Sentence,
  clause: Clause,
  { speaker, isHearsay, governors }: Spoken,
): GuessedStatus {
  const opens = openingOf(words, clause.verb);
  const before = words.slice(opens, clause.verb);
  const near = before.map(({ text }) => text.toLowerCase());
  const whole = words.map(({ text }) => text.toLowerCase()).join(' ');
  const infinitive = words[clause.verb - 1]?.text === 'to' ? [words[clause.verb - 2]] : [];
  const above = [...governors, ...infinitive].flatMap((word) => word?.lemma ?? []);
  const governedBy = (set: ReadonlySet<string>): boolean => above.some((lemma) => set.has(lemma));
  const denial = denialOf(words, clause, { governors, opens });
  if (denial) {
    return {
      status: 'denied',
      unsure: 'it is said not to be so: name the denied claim in disputes, or leave it out',
      denial,
    };
  }
  if (governedBy(plans) || /\b(?:due|set|ready|poised) to\b/u.test(near.join(' '))) return sure('planned');
  if (near.includes('will') || near.includes('would'))
    return { status: 'planned', unsure: 'planned, or predicted if nobody intends it', denial: null };
  if (near.some((word) => /^(?:may|might|could)$/u.test(word)) || governedBy(lemmas('expect fear')))
    return sure('predicted');
  const isOpen =
    words[opens - 1]?.text === 'that' &&
    words.slice(Math.max(0, opens - 5), opens).some(({ lemma }) => refusals.has(lemma));
  if (words.at(-1)?.text === '?' || isOpen || governedBy(doubts) || /\bwhether\b/u.test(whole))
    return sure('questioned');
  if (governedBy(opinions) || /\b(?:in other words|apparently|clearly|of course)\b/u.test(whole))
    return sure('opinion');
  if (isHearsay || speaker?.kind === 'source' || hearsay.test(whole)) return sure('reported');
  return sure('asserted');
}

const hearsay =
  /\b(?:reportedly|allegedly|alleged to|purportedly|(?:is|are|was|were) (?:said|believed|understood) to|rumou?red)\b/u;

const sure = (status: string): GuessedStatus => ({ status, unsure: null, denial: null });

/** Where the words begin that belong to a verb alone: at most six before it. */
function openingOf(words: readonly Word[], verb: number): number {
  const from = Math.max(0, verb - 6);
  const bounds = ({ pos, text }: Word): boolean => pos === 'VERB' || text === ',' || text === 'that';
  return from + words.slice(from, verb).findLastIndex(bounds) + 1;
}

/** "denied meeting", "has never met", "no evidence that X met", "lent Tavria nothing". */
function denialOf(
  words: readonly Word[],
  clause: Clause,
  { governors, opens }: { governors: readonly Word[]; opens: number },
): Word | null {
  const isNegation = (word: Word | undefined): boolean =>
    word !== undefined && negations.has(word.text.toLowerCase());
  const isDenial = (word: Word): boolean => denials.has(word.lemma) || isNegation(word);
  const governing = governors.find(({ lemma }) => denials.has(lemma) || refusals.has(lemma));
  if (governing) return governing;
  const own = words
    .slice(opens, clause.verb)
    .find((word, at) => isNegation(word) && words[opens + at + 1]?.text !== 'only');
  if (own) return own;
  if (words[opens - 1]?.text === 'that') {
    const above = words.slice(Math.max(0, opens - 5), opens - 1).findLast(isDenial);
    if (above) return above;
  }
  const ends = Math.max(clause.verb, ...clause.objects.map(({ last }) => last));
  const behind = words.slice(clause.verb + 1, ends + 2);
  const stop = behind.findIndex((word) => word.pos === 'VERB' || word.text === ',' || clauseBreaks(word));
  return behind.slice(0, stop < 0 ? behind.length : stop).find(isNegation) ?? null;
}
