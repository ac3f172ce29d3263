import { groupBy } from '../../lib/group-by.ts';
import type { TextSpan } from '../../lib/quote-places.ts';
import { canSpeak } from './can-speak.ts';
import type { Clause } from './clause.ts';
import { firstEndingAfter } from './first-ending-after.ts';
import type { Mention, ProposedEntity } from './proposal.ts';
import type { Reading } from './reading.ts';
import type { Word } from './tagger.ts';
import { speechVerbs } from './word-lists.ts';

/** Who a quotation is said to be by, and what speaks against it. */
interface Attribution {
  readonly speaker: ProposedEntity;
  readonly unsure: string | null;
}

interface PlacedSentence extends TextSpan {
  readonly index: number;
  readonly words: readonly Word[];
  readonly paragraph: number;
}

/** Finds the likely speakers of quotations; ask for them in the order of the text. */
export class SpeakerFinder {
  private readonly reading: Reading;
  private readonly clauses: readonly (readonly Clause[])[];
  private readonly sentences: ReadonlyMap<number, readonly PlacedSentence[]>;
  private readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  private readonly saying = new Map<number, readonly (readonly [number, Word])[]>();
  /** Whoever was quoted last, and in which paragraph. */
  private last: (Attribution & { readonly paragraph: number }) | null = null;

  constructor(reading: Reading, mentions: readonly Mention[], clauses: readonly (readonly Clause[])[]) {
    this.reading = reading;
    this.clauses = clauses;
    this.sentences = groupBy(
      reading.sentences.map((sentence, index) => ({ ...sentence, index })),
      ({ paragraph }) => paragraph,
    );
    this.mentions = groupBy(mentions, ({ sentence }) => sentence);
  }

  /** By a verb of speech beside it, by a line before it that ends in ":", or as the one before it. */
  speakerOf(span: TextSpan, paragraph: number): Attribution | null {
    const sentences = this.sentences.get(paragraph) ?? [];
    const from = firstEndingAfter(sentences, span.start);
    const found =
      this.bySentences(span, sentences, from) ??
      this.byLabel(span, paragraph) ??
      this.byContinuation(paragraph);
    if (found) this.last = { ...found, paragraph };
    return found;
  }

  private bySentences(
    span: TextSpan,
    sentences: readonly PlacedSentence[],
    from: number,
  ): Attribution | null {
    let at = from;
    for (; at < sentences.length; at += 1) {
      const sentence = sentences[at];
      if (!sentence || sentence.start >= span.end) break;
      const found = this.bySpeech(span, sentence);
      if (found) return found;
    }
    // The tagger may end the sentence at the quotation mark, before "she said".
    const next = sentences[at];
    if (!next || this.reading.text.slice(span.end, next.start).trim() !== '') return null;
    const opens = next.words[0]?.text ?? '';
    return /^\p{Ll}/u.test(opens) || this.beginsWithSpeaker(next) ? this.bySpeech(span, next) : null;
  }

  /** `"..." Renquist told reporters.` */
  private beginsWithSpeaker({ index, words }: PlacedSentence): boolean {
    const verb = this.clauses[index]?.[0];
    return verb !== undefined && verb.verb < 4 && speechVerbs.has(words[verb.verb]?.lemma ?? '');
  }

  /** The verb of speech nearest to the quotation, outside of it, with its subject. */
  private bySpeech(span: TextSpan, { words, index }: PlacedSentence): Attribution | null {
    const distance = ({ start, end }: Word): number =>
      start >= span.end ? start - span.end : span.start - end;
    const outside = this.sayingIn(words, index).filter(([, word]) => !isWithin(word, span));
    const according = outside.find(([, { text }]) => /^according$/iu.test(text));
    for (const [at, word] of outside.toSorted(([, a], [, b]) => distance(a) - distance(b))) {
      if (word === according?.[1]) continue;
      const found = this.subjectOf(word, at, { index, span, words });
      if (found) return found;
    }
    return according ? this.after(according[1].end, { index, span }) : null;
  }

  /** Verbs of speech and "according to", with their indices; read once for all quotations of a sentence. */
  private sayingIn(words: readonly Word[], index: number): readonly (readonly [number, Word])[] {
    const before = this.saying.get(index);
    if (before) return before;
    const found = Array.from(words.entries()).filter(
      ([at, { lemma, pos, text }]) =>
        (speechVerbs.has(lemma) && (pos === 'VERB' || pos === 'NOUN')) ||
        (/^according$/iu.test(text) && words[at + 1]?.text === 'to'),
    );
    this.saying.set(index, found);
    return found;
  }

  private subjectOf(
    word: Word,
    at: number,
    { index, span, words }: { index: number; span: TextSpan; words: readonly Word[] },
  ): Attribution | null {
    const between = this.reading.text.slice(span.end, Math.max(span.end, word.start)).trim();
    if (word.start >= span.end && between === '') return this.after(word.end, { index, span });
    const subject = this.clauses[index]?.find(({ verb }) => verb === at)?.subject;
    const first = subject ? words[subject.first] : undefined;
    if (subject && first && canSpeak(subject.entity) && !isWithin(first, span)) {
      const { entity: speaker, pronoun } = subject;
      return { speaker, unsure: pronoun === null ? null : `"${pronoun}" is read as ${speaker.name}` };
    }
    const name = this.outside(index, span).find(({ end }) => end <= word.start && word.start - end <= 1);
    const closes = word.pos === 'VERB' || /^\p{P}/u.test(words[at + 1]?.text ?? '');
    return name && closes ? { speaker: name.entity, unsure: null } : null;
  }

  private outside(index: number, span: TextSpan): readonly Mention[] {
    return (this.mentions.get(index) ?? []).filter(
      (mention) => canSpeak(mention.entity) && !isWithin(mention, span),
    );
  }

  /** "said Josef Imrek", "said the Chair of the Board, Honora Pell": a person soon, else whatever comes next. */
  private after(offset: number, { index, span }: { index: number; span: TextSpan }): Attribution | null {
    const next = this.outside(index, span).filter(({ start }) => start >= offset);
    const person = next.find(
      ({ entity, start }) => start - offset < 60 && (entity.type === 'Person' || entity.kind === 'source'),
    );
    const speaker = (person ?? next.find(({ start }) => start - offset < 30))?.entity;
    return speaker ? { speaker, unsure: null } : null;
  }

  /** "X described it so:" on the line before. */
  private byLabel(span: TextSpan, paragraph: number): Attribution | null {
    const { text, paragraphs } = this.reading;
    const own = paragraphs[paragraph];
    const before = paragraphs[paragraph - 1];
    if (!own || text.slice(own.start, span.start).trim() !== '') return null;
    if (!before || !text.slice(before.start, before.end).trimEnd().endsWith(':')) return null;
    const last = (this.sentences.get(paragraph - 1) ?? []).at(-1);
    const here = (last ? (this.mentions.get(last.index) ?? []) : []).filter(({ entity }) => canSpeak(entity));
    const speaker = (
      here.find(({ entity }) => entity.kind === 'source' || entity.type === 'Person') ?? here[0]
    )?.entity;
    return speaker ? { speaker, unsure: null } : null;
  }

  /** A second quotation in the same paragraph goes on with the first one's speaker. */
  private byContinuation(paragraph: number): Attribution | null {
    if (this.last?.paragraph !== paragraph) return null;
    return { speaker: this.last.speaker, unsure: 'nobody is named with it: the speaker before is meant' };
  }
}

function isWithin(inner: TextSpan, span: TextSpan): boolean {
  return span.start <= inner.start && inner.end <= span.end;
}
