import { slugOf } from '../../lib/slug.ts';
import type { KnownEntity } from '../../model/known-entity.ts';
import { parsePartialDate } from '../../model/partial-date.ts';
import { mayStandAt } from '../../model/vocabulary.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { canSpeak } from './can-speak.ts';
import { castOf } from './cast.ts';
import { claimStubsOf } from './claim-stubs.ts';
import { readClauses } from './clause.ts';
import { datesIn } from './dates.ts';
import { DraftError } from './draft-error.ts';
import type { ClaimStub } from './proposal.ts';
import { quotationsIn } from './quotations.ts';
import { readText } from './reading.ts';
import { summaryOf } from './summary.ts';
import type { DraftSummary } from './summary.ts';
import { writeScript } from './write-script.ts';
import type { ArticleFacts, Proposals } from './write-script.ts';

export interface DraftOptions {
  /** Path of the article's text: its name, `YYYY-MM-DD-slug.txt`, becomes the article's id. */
  readonly file: string;
  readonly title: string | null;
  /** The outlet as printed. */
  readonly publisher: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD`, or with a time; null: the date that the file's name begins with. */
  readonly publishedAt: string | null;
  /** What the graph holds already. */
  readonly known: readonly KnownEntity[];
  readonly vocabulary: Vocabulary;
}

export interface Draft {
  /** The article's id: the script's file is `<article>.cypher`. */
  readonly article: string;
  readonly script: string;
  readonly summary: DraftSummary;
}

/** Longest text, in characters: a book is no article. */
const longest = 2_000_000;

/**
 * A first script of an article, offline and always the same for the same input: the text verbatim, the
 * entities it names, and claims for the author to go through, each with `unreviewed: true`. Takes time
 * linear in the text's length. Throws DraftError for a text or a date of which no article can be made.
 */
export function draftScript(text: string, options: DraftOptions): Draft {
  const proposals = propose(text, options);
  return { article: proposals.article.id, script: writeScript(proposals), summary: summaryOf(proposals) };
}

/** The same before it is written: what was found, and where. */
export function propose(text: string, options: DraftOptions): Proposals {
  const article = articleFacts(text, options);
  const reading = readText(text);
  const { known, vocabulary } = options;
  const day = article.publishedAt.slice(0, 10);
  const taken = [article.id, `voice-${article.id}`];
  const cast = castOf(reading, { known, vocabulary, taken, publisher: article.publisher, date: day });
  const clauses = readClauses(reading, cast.mentions);
  const quotations = quotationsIn(reading, cast.mentions, clauses);
  const dates = datesIn(reading, article.publishedAt);
  const claims = claimStubsOf(reading, {
    article: article.id,
    publishedAt: article.publishedAt,
    vocabulary,
    cast,
    quotations,
    dates,
    clauses,
  });
  return { article, reading, cast, quotations, dates, claims, speakers: speakersOf(claims, vocabulary) };
}

function speakersOf(claims: readonly ClaimStub[], vocabulary: Vocabulary): ReadonlySet<string> {
  const needed = claims.flatMap(({ speaker, source, target, type }) => {
    const { from, to } = vocabulary.relationType(type);
    return [
      ...(speaker ? [speaker] : []),
      ...(mayStandAt(from, [source.type]) ? [] : [source]),
      ...(mayStandAt(to, [target.type]) ? [] : [target]),
    ];
  });
  return new Set(needed.filter(canSpeak).map(({ id }) => id));
}

function articleFacts(
  text: string,
  { file, title, publisher, url, publishedAt }: DraftOptions,
): ArticleFacts {
  if (text.trim() === '') throw new DraftError('The text is empty: there is nothing to make a draft of.');
  if (text.includes('\0'))
    throw new DraftError(
      'The text holds a NUL character, so it is no plain text. Save the article as plain text in UTF-8.',
    );
  if (text.length > longest) {
    throw new DraftError(
      `The text has ${text.length} characters; at most ${longest} are taken. Draft one article at a time.`,
    );
  }
  const name = (file.split(/[/\\]/u).at(-1) ?? '').replace(/\.[^.]*$/u, '');
  const [, dayOfName = null, rest = name] = /^(\d{4}-\d{2}-\d{2})-(.+)$/u.exec(name) ?? [];
  const date = publishedAt ?? dayOfName;
  const day = date?.slice(0, 10) ?? '';
  if (date === null || day.length < 10 || parsePartialDate(date) === null) {
    throw new DraftError(
      date === null
        ? `The day of publication is not known. Give it with --published YYYY-MM-DD, or name the file YYYY-MM-DD-some-words.txt.`
        : `"${date}" is no day. Write the day of publication as YYYY-MM-DD.`,
    );
  }
  const slug = slugOf(rest) || 'article';
  const id = `${dayOfName ?? day}-${slug}`.slice(0, 80).replace(/-$/u, '');
  return { id, title, publisher, url, publishedAt: date };
}
