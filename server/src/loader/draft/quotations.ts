import { groupBy } from '../../lib/group-by.ts';
import type { TextSpan } from '../../lib/quote-places.ts';
import type { Mention, ProposedEntity, Quotation } from './proposal.ts';
import type { Reading, Sentence } from './reading.ts';
import type { Word } from './tagger.ts';
import { speechVerbs } from './word-lists.ts';

/** Who a quotation is said to be by, and what speaks against it. */
interface Attribution {
  readonly speaker: ProposedEntity;
  readonly unsure: string | null;
}

/** Longest quotation, in characters: behind it a mark was forgotten. */
const longest = 3_000;

/** Every pair of double quotation marks, with its likely speaker: by a verb of speech, or by a line that ends in ":". */
export function quotationsIn(reading: Reading, mentions: readonly Mention[]): readonly Quotation[] {
  const context = new SpeakerFinder(reading, mentions);
  return reading.paragraphs.flatMap((paragraph, index) =>
    markedIn(reading.text, paragraph).map((span): Quotation => {
      const words = reading.text.slice(span.start, span.end).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
      const found = context.speakerOf(span, index);
      return {
        ...span,
        speaker: found?.speaker ?? null,
        isScare: words.length <= 2,
        unsure: found?.unsure ?? null,
      };
    }),
  );
}

function markedIn(text: string, paragraph: TextSpan): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let open = -1;
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text[at] ?? '';
    if (!/["“”„«»]/u.test(mark)) continue;
    if (open < 0 || at - open > longest || mark === '“' || mark === '„') open = mark === '”' ? -1 : at;
    else {
      spans.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  return spans;
}

class SpeakerFinder {
  private readonly reading: Reading;
  private readonly sentences: ReadonlyMap<number, readonly (readonly [number, Sentence])[]>;
  private readonly mentions: ReadonlyMap<number, readonly Mention[]>;
  /** Whoever was quoted last, and in which paragraph. */
  private last: (Attribution & { readonly paragraph: number }) | null = null;

  constructor(reading: Reading, mentions: readonly Mention[]) {
    this.reading = reading;
    this.sentences = groupBy(Array.from(reading.sentences.entries()), ([, sentence]) => sentence.paragraph);
    this.mentions = groupBy(mentions, ({ sentence }) => sentence);
  }

  speakerOf(span: TextSpan, paragraph: number): Attribution | null {
    const near = (this.sentences.get(paragraph) ?? []).filter(
      ([, sentence]) => sentence.start < span.end + 2 && span.start - 2 < sentence.end,
    );
    const found =
      this.firstOf(near, (sentence, index) => this.bySpeech(span, sentence, index)) ??
      this.byNextSentence(span, paragraph) ??
      this.byLabel(span, paragraph) ??
      this.byContinuation(paragraph);
    if (found) this.last = { ...found, paragraph };
    return found;
  }

  private firstOf(
    sentences: readonly (readonly [number, Sentence])[],
    find: (sentence: Sentence, index: number) => Attribution | null,
  ): Attribution | null {
    for (const [index, sentence] of sentences) {
      const found = find(sentence, index);
      if (found) return found;
    }
    return null;
  }

  /** The verb of speech nearest to the quotation, outside of it, with its subject. */
  private bySpeech(span: TextSpan, { words }: Sentence, index: number): Attribution | null {
    const outside = words.map((word, at) => ({ word, at })).filter(({ word }) => !isWithin(word, span));
    const distance = (word: Word): number => (word.start >= span.end ? word.start - span.end : span.start - word.end);
    const according = outside.find(({ word }) => word.text.toLowerCase() === 'according');
    const verbs = outside
      .filter(({ word }) => speechVerbs.has(word.lemma) && (word.pos === 'VERB' || distance(word) < 30) && word.pos !== 'NOUN')
      .toSorted((a, b) => distance(a.word) - distance(b.word));
    for (const { word, at } of verbs) {
      const speaker = this.subjectOf(words, at, { index, span, isBehind: word.start >= span.end });
      if (speaker) return speaker;
    }
    return according ? this.after(according.word.end, { index, span }) : null;
  }

  private subjectOf(
    words: readonly Word[],
    verb: number,
    { index, span, isBehind }: { index: number; span: TextSpan; isBehind: boolean },
  ): Attribution | null {
    const at = words[verb];
    if (!at) return null;
    const here = (this.mentions.get(index) ?? []).filter((mention) => !isWithin(mention, span));
    const before = here.filter((mention) => mention.end <= at.start && (!isBehind || mention.start >= span.end));
    const passedRelative = words.slice(0, verb).some((word, i) => word.text.toLowerCase() === 'who' && verb - i < 4);
    const nearest = before.at(-1);
    const pronoun = words.slice(Math.max(0, verb - 3), verb).find((word) => /^(?:he|she|they|it)$/iu.test(word.text));
    if (pronoun && (!nearest || pronoun.start > nearest.start)) return this.byPronoun(pronoun, index);
    if (isBehind && !nearest) return this.after(at.end, { index, span });
    if (!nearest) return null;
    const unsure = passedRelative ? 'the verb stands in a clause beside it' : null;
    return { speaker: this.headOf(before, words, nearest).entity, unsure };
  }

  /** "a spokeswoman for Volkhart said", "Brackwater's manager, X, said": not the name that a phrase ends with. */
  private headOf(before: readonly Mention[], words: readonly Word[], nearest: Mention): Mention {
    const previous = before.at(-2);
    if (!previous) return nearest;
    const between = words.filter((word) => word.start >= previous.end && word.end <= nearest.start).map(({ text }) => text.toLowerCase());
    const belongs = between.length <= 3 && /^(?:for|of|in|at)$/u.test(between[0] ?? '');
    return belongs && previous.entity.kind === 'source' ? previous : nearest;
  }

  private after(offset: number, { index, span }: { index: number; span: TextSpan }): Attribution | null {
    const next = (this.mentions.get(index) ?? []).filter((mention) => mention.start >= offset && !isWithin(mention, span));
    const person = next.find(({ entity }) => entity.type === 'Person' || entity.kind === 'source');
    const speaker = (person && person.start - offset < 60 ? person : next.find(({ start }) => start - offset < 30))?.entity;
    return speaker ? { speaker, unsure: null } : null;
  }

  /** The person named last before the pronoun. */
  private byPronoun(pronoun: Word, sentence: number): Attribution | null {
    const word = pronoun.text;
    for (let index = sentence; index >= Math.max(0, sentence - 3); index -= 1) {
      const before = (this.mentions.get(index) ?? []).filter(
        ({ entity, end }) => end <= pronoun.start && (entity.type === 'Person' || /^(?:they|it)$/iu.test(word)),
      );
      const speaker = (index === sentence ? before.at(-1) : before[0])?.entity;
      if (speaker) return { speaker, unsure: `"${word}" is read as ${speaker.name}` };
    }
    return null;
  }

  /** `"...," she had said. ` may be cut before its verb. */
  private byNextSentence(span: TextSpan, paragraph: number): Attribution | null {
    const next = (this.sentences.get(paragraph) ?? []).find(([, { start }]) => start >= span.end);
    const gap = next ? this.reading.text.slice(span.end, next[1].start) : '';
    if (!next || gap.trim() !== '' || !/^\p{Ll}/u.test(next[1].words[0]?.text ?? '')) return null;
    return this.bySpeech(span, next[1], next[0]);
  }

  /** "X described it so:" on the line before, or "Name: ..." on this one. */
  private byLabel(span: TextSpan, paragraph: number): Attribution | null {
    const { text, paragraphs } = this.reading;
    const own = paragraphs[paragraph];
    const before = paragraphs[paragraph - 1];
    if (!own || text.slice(own.start, span.start).trim() !== '') return null;
    if (!before || !text.slice(before.start, before.end).trimEnd().endsWith(':')) return null;
    const last = (this.sentences.get(paragraph - 1) ?? []).at(-1);
    const here = last ? (this.mentions.get(last[0]) ?? []) : [];
    const speaker = (here.find(({ entity }) => entity.kind === 'source' || entity.type === 'Person') ?? here[0])?.entity;
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
