import { cypherString } from '../../lib/cypher-literal.ts';
import { slugOf } from '../../lib/slug.ts';
import { comment, excerpt } from './comment.ts';
import type { Cast, ClaimStub, FoundDate, ProposedEntity, Quotation } from './proposal.ts';
import type { Reading } from './reading.ts';
import { writeClaim } from './write-claim.ts';
import { writeEntities } from './write-entities.ts';

/** All that a draft knows, ready to be written. */
export interface Proposals {
  readonly article: ArticleFacts;
  readonly reading: Reading;
  readonly cast: Cast;
  readonly quotations: readonly Quotation[];
  readonly dates: readonly FoundDate[];
  readonly claims: readonly ClaimStub[];
  /** Ids of whoever speaks in a claim, or stands in one where the vocabulary wants a source. */
  readonly speakers: ReadonlySet<string>;
}

/** What is known about the article beside its text. */
export interface ArticleFacts {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedAt: string;
}

const rule = `// ${'-'.repeat(93)}`;

/** The script of an article, as an author would begin it: everything proposed is marked as such. */
export function writeScript(proposals: Proposals): string {
  const { article, cast, speakers } = proposals;
  return `${[
    ...headOf(article.id),
    ...chapter('The article'),
    ...articleOf(proposals),
    ...chapter('The entities'),
    ...writeEntities(cast, { article: article.id, speakers }),
    ...mentionsOf(article.id, cast.entities),
    ...chapter('Quotations without a speaker, and dates, for the author'),
    ...notesOf(proposals),
    ...chapter('The claims, in the order of the text'),
    ...claimsOf(proposals),
  ].join('\n')}\n`;
}

function headOf(id: string): readonly string[] {
  return [
    `// ${id}: a draft. A program proposed it and nobody has read it yet.`,
    '//',
    '// To make a script of it, read the article from the top and for every statement below:',
    '//   1. keep it, mend it, or delete it; what begins with "unsure" is often wrong;',
    '//   2. choose a type for every ASSOCIATED_WITH; the comment names the verb and some types;',
    '//   3. check its status and its speakers, add what the program did not see, above all denials (disputes);',
    '//   4. take out its line "unreviewed: true": until then the loader refuses the script.',
    '// At last delete this head. cypher/README.md explains the rules.',
    '',
  ];
}

function chapter(title: string): readonly string[] {
  return [rule, `// ${title}`, rule, ''];
}

function articleOf({ article, reading, cast }: Proposals): readonly string[] {
  const { id, title, publisher, url, publishedAt } = article;
  const own = slugOf(publisher ?? '');
  const facts = [
    title === null ? null : `title: ${cypherString(title)}`,
    publisher === null ? null : `publisher: ${cypherString(publisher)}`,
    own === '' ? null : `outlet: ${cypherString(own)}`,
    url === null ? null : `url: ${cypherString(url)}`,
    `publishedAt: ${cypherString(publishedAt)}`,
  ].filter((fact) => fact !== null);
  const others = cast.entities.filter((entity) => entity.type === 'Outlet' && entity.id !== own);
  const retold =
    others.length === 0
      ? []
      : [
          comment(
            `Does it retell a report of ${others
              .slice(0, 5)
              .map(({ name }) => excerpt(name))
              .join(', ')}? Then make a second Article without text and name it in basedOn.`,
          ),
        ];
  return [
    ...(title === null ? ['// Add title only if the text or its page gives one.'] : []),
    ...retold,
    `MERGE (a:Article {id: ${cypherString(id)}})`,
    'SET a += {',
    ...facts.map((fact) => `  ${fact},`),
    `  text: ${cypherString(reading.text)}`,
    '};',
    '',
  ];
}

function mentionsOf(article: string, entities: readonly ProposedEntity[]): readonly string[] {
  if (entities.length === 0) return [];
  return [
    ...chapter('What the article mentions'),
    `MATCH (a:Article {id: ${cypherString(article)}})`,
    'UNWIND [',
    ...wrapped(entities.map(({ id }) => cypherString(id))),
    '] AS id',
    'MATCH (e:Entity {id: id})',
    'MERGE (a)-[:MENTIONS]->(e);',
    '',
  ];
}

function wrapped(items: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = ' ';
  items.forEach((item, index) => {
    const next = index < items.length - 1 ? `${item},` : item;
    if (line.length + next.length > 98 && line !== ' ') {
      lines.push(line);
      line = ' ';
    }
    line += ` ${next}`;
  });
  return [...lines, line];
}

function notesOf({ reading, quotations, dates }: Proposals): readonly string[] {
  const words = ({ start, end }: Quotation): string => excerpt(reading.text.slice(start, end));
  const open = quotations.filter(({ speaker, isScare }) => speaker === null && !isScare);
  const scare = quotations.filter(({ isScare }) => isScare);
  return [
    ...open.map((quotation) => comment(`No speaker found: ${words(quotation)}`)),
    ...scare.map((quotation) =>
      comment(`Perhaps no testimony, only a word held at a distance: ${words(quotation)}`),
    ),
    ...dates.map((date) =>
      comment(
        `"${excerpt(date.text)}" is read as ${readAs(date)}${date.unsure === null ? '' : `; unsure: ${date.unsure}`}`,
      ),
    ),
    ...(open.length + scare.length + dates.length === 0 ? ['// There are none.'] : []),
    '',
  ];
}

function readAs({ date, from, to }: FoundDate): string {
  if (date !== null) return date;
  if (from === null) return `until ${to ?? 'an unknown day'}`;
  return to === null ? `since ${from}` : `${from} to ${to}`;
}

function claimsOf({ article, reading, claims }: Proposals): readonly string[] {
  if (claims.length === 0)
    return ['// None was found: in no sentence does a verb or an office tie two entities.'];
  let paragraph = -1;
  return claims.flatMap((claim) => {
    const sentence = reading.sentences[claim.sentence];
    const begins = sentence !== undefined && sentence.paragraph !== paragraph;
    if (begins) paragraph = sentence.paragraph;
    const words = reading.text.slice(sentence?.start ?? 0, sentence?.end ?? 0);
    const head = begins ? [comment(`Paragraph ${paragraph + 1}: ${excerpt(words)}`), ''] : [];
    return [...head, ...writeClaim(claim, { article: article.id, text: reading.text }), ''];
  });
}
