import type { Clause } from './clause.ts';
import type { ProposedEntity } from './proposal.ts';
import type { Sentence } from './reading.ts';
import type { Word } from './tagger.ts';

/** How a claim stands, by the words around its verb; when several fit, the first of the README's table. */
export interface GuessedStatus {
  readonly status: string;
  readonly unsure: string | null;
}

const lemmas = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const plans = lemmas(
  'aim agree commit decide hope intend mean offer order plan pledge prepare promise propose seek threaten try vow want',
);
const doubts = lemmas('doubt question wonder');
const opinions = lemmas('appear believe consider imply regard seem suggest think');
const negations = lemmas("not n't never no without neither nor nobody none");

/** `governors`: the verbs that the clause hangs on, nearest first. */
export function statusOf(
  { words }: Sentence,
  clause: Clause,
  { speaker, governors }: { speaker: ProposedEntity | null; governors: readonly Word[] },
): GuessedStatus {
  const around = words.slice(Math.max(0, clause.verb - 6), clause.verb);
  const before = around.slice(
    around.findLastIndex(({ pos, text }) => pos === 'VERB' || text === ',' || text === 'that') + 1,
  );
  const near = before.map(({ text }) => text.toLowerCase());
  const whole = words.map(({ text }) => text.toLowerCase()).join(' ');
  const infinitive = words[clause.verb - 1]?.text === 'to' ? [words[clause.verb - 2]] : [];
  const above = [...governors, ...infinitive].flatMap((word) => word?.lemma ?? []);
  const governedBy = (set: ReadonlySet<string>): boolean => above.some((lemma) => set.has(lemma));
  if (governedBy(lemmas('deny reject dismiss')) || near.some((word) => negations.has(word))) {
    return {
      status: 'denied',
      unsure: 'it is said not to be so: name the denied claim in disputes, or leave it out',
    };
  }
  if (governedBy(plans) || /\b(?:due|set|ready|poised) to\b/u.test(near.join(' '))) return sure('planned');
  if (near.includes('will') || near.includes('would'))
    return { status: 'planned', unsure: 'or predicted, if nobody intends it' };
  if (near.some((word) => /^(?:may|might|could)$/u.test(word)) || governedBy(lemmas('expect fear')))
    return sure('predicted');
  if (words.at(-1)?.text === '?' || governedBy(doubts) || /\bwhether\b/u.test(whole))
    return sure('questioned');
  if (governedBy(opinions) || /\b(?:in other words|apparently|clearly|of course)\b/u.test(whole))
    return sure('opinion');
  if (speaker?.kind === 'source' || hearsay.test(whole)) return sure('reported');
  return sure('asserted');
}

const hearsay =
  /\b(?:reportedly|allegedly|alleged to|purportedly|(?:is|are|was|were) (?:said|believed|understood) to|rumou?red)\b/u;

const sure = (status: string): GuessedStatus => ({ status, unsure: null });
