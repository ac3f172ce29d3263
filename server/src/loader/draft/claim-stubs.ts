import { groupBy } from '../../lib/group-by.ts';
import { quoteFinder } from '../../lib/quote-places.ts';
import type { QuoteFinder, TextSpan } from '../../lib/quote-places.ts';
import { slugOf } from '../../lib/slug.ts';
import { parsePartialDate } from '../../model/partial-date.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { appositionsIn } from './appositions.ts';
import { statusOf } from './claim-status.ts';
import type { Clause } from './clause.ts';
import type { Cast, ClaimStub, FoundDate, Mention, ProposedEntity, Quotation } from './proposal.ts';
import { prefixFor, quoteSpan } from './quote-span.ts';
import type { Reading, Sentence } from './reading.ts';
import { SpokenBy } from './spoken-by.ts';
import type { End } from './subject.ts';
import { allows, ordered, typeOfVerb } from './verb-types.ts';
import type { TypedEnds } from './verb-types.ts';

export interface ClaimOptions {
  readonly article: string;
  readonly publishedAt: string;
  readonly vocabulary: Vocabulary;
  readonly cast: Cast;
  readonly quotations: readonly Quotation[];
  readonly dates: readonly FoundDate[];
  /** By the sentence's index. */
  readonly clauses: readonly (readonly Clause[])[];
}

/** Claims for the author to judge: pairs of entities with a verb or an office between them, in the order of the text. */
export function claimStubsOf(reading: Reading, options: ClaimOptions): readonly ClaimStub[] {
  return new ClaimStubs(reading, options).all();
}

/** What is known of a claim before it has its quote and its id. */
interface Finding {
  readonly ends: TypedEnds;
  readonly verb: string;
  readonly words: TextSpan;
  readonly status: string;
  readonly speaker: ProposedEntity | null;
  /** The dates of the sentence may be its own: not those of an office in passing. */
  readonly isDated: boolean;
  readonly unsure: readonly string[];
}

class ClaimStubs {
  private readonly seen = new Set<string>();
  private readonly ids = new Set<string>();
  private readonly stubs: ClaimStub[] = [];
  private readonly reading: Reading;
  private readonly options: ClaimOptions;
  private readonly findQuote: QuoteFinder;
  private readonly spoken: SpokenBy;
  private readonly datesOf: ReadonlyMap<number, readonly FoundDate[]>;

  constructor(reading: Reading, options: ClaimOptions) {
    this.reading = reading;
    this.options = options;
    this.spoken = new SpokenBy(options.quotations);
    this.findQuote = quoteFinder(reading.text);
    this.datesOf = groupBy(options.dates, ({ sentence }) => sentence);
  }

  all(): readonly ClaimStub[] {
    const { cast, clauses } = this.options;
    const mentions = groupBy(cast.mentions, ({ sentence }) => sentence);
    this.reading.sentences.forEach((sentence, index) => {
      const here = mentions.get(index) ?? [];
      for (const finding of this.appositions(here)) this.add(index, sentence, finding);
      const read = clauses[index] ?? [];
      for (const clause of read) {
        for (const finding of this.byVerb(sentence, clause, { read, here }))
          this.add(index, sentence, finding);
      }
    });
    return this.stubs;
  }

  private byVerb(
    sentence: Sentence,
    clause: Clause,
    { read, here }: { read: readonly Clause[]; here: readonly Mention[] },
  ): readonly Finding[] {
    const { subject, objects } = clause;
    const verb = sentence.words[clause.verb];
    if (!subject || !verb) return [];
    const spoken = this.spoken.of(sentence, clause, { clauses: read, mentions: here });
    const { speaker } = spoken;
    const { status, unsure: unsureStatus, denial } = statusOf(sentence, clause, spoken);
    return objects.flatMap((object): Finding[] => {
      if (object.entity.id === subject.entity.id) return [];
      const ends = typeOfVerb(clause.forms, [subject.entity, object.entity], this.options.vocabulary);
      const unsure = [
        ...[subject, object].flatMap(({ pronoun, entity }) =>
          pronoun === null ? [] : [`"${pronoun}" is read as ${entity.name}`],
        ),
        ...[spoken.unsure, unsureStatus].filter((why) => why !== null),
      ];
      const own =
        speaker?.id === subject.entity.id && verb.pos === 'VERB' && this.spoken.isSaying(verb)
          ? null
          : speaker;
      return [
        {
          ends,
          verb: verb.text,
          words: wordsOf(sentence, [subject, object], [verb, ...(denial ? [denial] : [])]),
          status,
          speaker: own,
          isDated: true,
          unsure,
        },
      ];
    });
  }

  private appositions(mentions: readonly Mention[]): readonly Finding[] {
    const { vocabulary } = this.options;
    return appositionsIn(this.reading, mentions).map((found): Finding => {
      const pair = [found.holder.entity, found.body.entity] as const;
      const type = found.types.find((name) => allows(vocabulary, name, pair));
      const open = typeOfVerb([], pair, vocabulary);
      const ends = type
        ? ordered({ type, source: pair[0], target: pair[1], candidates: [] }, vocabulary)
        : open;
      const unsure = found.unsure === null ? [] : [found.unsure];
      return {
        ends,
        verb: found.office,
        words: found,
        status: 'asserted',
        speaker: null,
        isDated: false,
        unsure,
      };
    });
  }

  private add(index: number, sentence: Sentence, finding: Finding): void {
    const { ends, verb, words, status, speaker, unsure } = finding;
    const quote = quoteSpan(this.reading.text, words, sentence);
    if (quote === null) return;
    const text = this.reading.text.slice(quote.start, quote.end).replaceAll(/\s+/gu, ' ');
    const key = [ends.source.id, ends.type, ends.target.id, status, speaker?.id, text].join('|');
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const date = finding.isDated ? this.dateFor(index, sentence, quote) : null;
    this.stubs.push({
      ...ends,
      id: `${this.options.article}/${this.slugFor(ends, verb)}`,
      sentence: index,
      verb,
      status,
      speaker,
      quote,
      prefix: prefixFor(this.reading.text, quote, this.findQuote),
      date: date && this.mayBe(date, status) ? date : date && { ...date, date: null, from: null, to: null },
      unsure,
    });
  }

  private slugFor({ source, target }: TypedEnds, verb: string): string {
    const short = (entity: ProposedEntity): string =>
      (entity.type === 'Person' && entity.kind === 'named'
        ? slugOf(entity.name).split('-').at(-1)
        : slugOf(entity.name)) || entity.id;
    const middle = short(target).includes(slugOf(verb)) ? '' : slugOf(verb).slice(0, 20);
    const stem = [short(source).slice(0, 30), middle, short(target).slice(0, 30)]
      .map((part) => part.replaceAll(/^-|-$/gu, ''))
      .filter((part) => part !== '')
      .join('-');
    let slug = stem;
    for (let count = 2; this.ids.has(slug); count += 1) slug = `${stem}-${count}`;
    this.ids.add(slug);
    return slug;
  }

  /** The date inside of the quote or soon behind it, else one with which the sentence begins. */
  private dateFor(index: number, sentence: Sentence, quote: TextSpan): FoundDate | null {
    const dates = this.datesOf.get(index) ?? [];
    const near = dates.find(
      ({ start, end }) =>
        quote.start <= start &&
        end <= quote.end + 40 &&
        !leadsAway.test(this.reading.text.slice(quote.end, start)),
    );
    return near ?? dates.find(({ start }) => start - sentence.start < 4) ?? null;
  }

  /** What lies ahead of the article can only be planned or predicted. */
  private mayBe({ date, from, to }: FoundDate, status: string): boolean {
    if (status === 'planned' || status === 'predicted') return true;
    const published = parsePartialDate(this.options.publishedAt)?.max ?? Infinity;
    return [date, from, to].every((text) => text === null || (parsePartialDate(text)?.min ?? 0) <= published);
  }
}

/** Behind these words a date belongs to something else. */
const leadsAway = /[,;:"”–—]|\b(?:although|as|because|that|when|where|which|while|who)\b/iu;

/** From the first to the last of ends and single words. */
function wordsOf({ words }: Sentence, ends: readonly End[], single: readonly TextSpan[]): TextSpan {
  const spans = [
    ...single,
    ...ends.flatMap(({ first, last }) => [words[first] ?? [], words[last] ?? []].flat()),
  ];
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
