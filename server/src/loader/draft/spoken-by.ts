import { canSpeak } from './can-speak.ts';
import type { Clause } from './clause.ts';
import { firstEndingAfter } from './first-ending-after.ts';
import type { Mention, ProposedEntity, Quotation } from './proposal.ts';
import type { Sentence } from './reading.ts';
import type { End } from './subject.ts';
import type { Word } from './tagger.ts';
import { speechVerbs } from './word-lists.ts';

/** Who says what a clause says, and the verbs that it hangs on. */
export interface Spoken {
  /** Null: the article itself, or somebody who is no entity. */
  readonly speaker: ProposedEntity | null;
  /** Said by somebody who is no entity: "the report says". */
  readonly isHearsay: boolean;
  readonly unsure: string | null;
  /** Nearest first. */
  readonly governors: readonly Word[];
}

/** What else the sentence holds. */
interface InSentence {
  readonly clauses: readonly Clause[];
  readonly mentions: readonly Mention[];
}

/** Tells whose words a clause is: those of the quotation it stands in, of "X said that ...", or of nobody but the article. */
export class SpokenBy {
  private readonly quotations: readonly Quotation[];

  constructor(quotations: readonly Quotation[]) {
    this.quotations = quotations;
  }

  of({ words }: Sentence, clause: Clause, { clauses, mentions }: InSentence): Spoken {
    const verb = words[clause.verb];
    const governors = governorsOf(words, clause, clauses);
    if (!verb) return { speaker: null, isHearsay: false, unsure: null, governors };
    const quotation = this.quotationAt(verb.start);
    if (quotation && !quotation.isScare) {
      const unsure = quotation.speaker ? quotation.unsure : 'the speaker of the quotation was not found';
      return { speaker: quotation.speaker, isHearsay: false, unsure, governors };
    }
    const saying =
      clauses.findLast((other) => this.governs(words, other, clause)) ??
      clauses.find((other) => this.closes(words, other, clause));
    if (!saying) return { ...accordingTo(words, mentions), governors };
    const said = words[saying.verb];
    const spoken = { governors: said ? [...governors, said] : governors };
    if (!speaks(saying)) {
      return { ...spoken, speaker: null, isHearsay: true, unsure: notFound(said?.text ?? '') };
    }
    const { entity, pronoun } = saying.subject;
    const unsure = pronoun === null ? null : `the speaker: "${pronoun}" is read as ${entity.name}`;
    return { ...spoken, speaker: entity, isHearsay: false, unsure };
  }

  /** A verb with which somebody is quoted. */
  isSaying(verb: Word): boolean {
    return speechVerbs.has(verb.lemma);
  }

  private quotationAt(offset: number): Quotation | null {
    const quotation = this.quotations[firstEndingAfter(this.quotations, offset)];
    return quotation && quotation.start <= offset ? quotation : null;
  }

  /** "X said (that) ...": it stands before, outside of a clause with "who", and "that" or nothing but the clause follows. */
  private governs(words: readonly Word[], saying: Clause, clause: Clause): boolean {
    const verb = words[saying.verb];
    if (!verb || !this.isSaying(verb) || saying.verb >= clause.verb) return false;
    if (/^(?:refuse|decline)$/u.test(words[saying.governor]?.lemma ?? '')) return false;
    const between = words.slice(saying.verb + 1, clause.verb);
    const isRelative =
      speaks(saying) &&
      words
        .slice(saying.subject.last + 1, saying.verb)
        .some(({ text }) => /^(?:who|which|whose)$/iu.test(text));
    if (isRelative && !between.some(({ text }) => text === 'that')) return false;
    if (isRelative && between.filter(({ text }) => text === ',').length > 0) return false;
    return (
      between.some(({ text }) => text.toLowerCase() === 'that') || this.isComplement(words, saying, clause)
    );
  }

  private isComplement(words: readonly Word[], saying: Clause, clause: Clause): boolean {
    const start = clause.subject?.first ?? clause.verb;
    return (
      start > saying.verb &&
      !words
        .slice(saying.verb + 1, start)
        .some(({ text }) => /^[;:]$|^(?:and|but|while|who|which)$/iu.test(text))
    );
  }

  /** "..., X said." at the end of the sentence; "whatever X writes" does not say that X writes this. */
  private closes(words: readonly Word[], saying: Clause, clause: Clause): boolean {
    const verb = words[saying.verb];
    if (!verb || !this.isSaying(verb) || saying.verb <= clause.verb) return false;
    const first = speaks(saying) ? saying.subject.first : saying.verb;
    const comma = words.slice(0, first).findLastIndex(({ text }) => text === ',');
    if (comma < clause.verb || first - comma > 5) return false;
    const isBroken = words
      .slice(comma + 1, saying.verb)
      .some(({ pos, text }) => /^(?:who|which|what)/iu.test(text) || /^(?:VERB|SCONJ|CCONJ|ADP)$/u.test(pos));
    return !isBroken && !words.slice(saying.verb + 1).some(({ pos }) => pos === 'VERB');
  }
}

function governorsOf(words: readonly Word[], clause: Clause, clauses: readonly Clause[]): readonly Word[] {
  const governors: Word[] = [];
  let at = clause.governor;
  while (at >= 0 && governors.length < 5) {
    const word = words[at];
    if (word) governors.push(word);
    at = clauses.find(({ verb }) => verb === at)?.governor ?? -1;
  }
  return governors;
}

/** A clause whose subject can say something. */
function speaks(clause: Clause): clause is Clause & { readonly subject: End } {
  return clause.subject !== null && canSpeak(clause.subject.entity);
}

/** "according to X", wherever it stands in the sentence. */
function accordingTo(words: readonly Word[], mentions: readonly Mention[]): Omit<Spoken, 'governors'> {
  const at = words.findIndex(
    ({ text }, index) => /^according$/iu.test(text) && words[index + 1]?.text === 'to',
  );
  const start = words[at]?.end;
  if (start === undefined) return { speaker: null, isHearsay: false, unsure: null };
  const next = mentions.find((mention) => mention.start > start && canSpeak(mention.entity));
  const comma = words.find(({ text }, index) => index > at && text === ',');
  if (next && next.start - start < 30 && next.start < (comma?.start ?? Infinity))
    return { speaker: next.entity, isHearsay: false, unsure: null };
  return { speaker: null, isHearsay: true, unsure: notFound('according to') };
}

const notFound = (words: string): string =>
  `"${words}": who says so was not found; put the speaker in front of the voice`;
