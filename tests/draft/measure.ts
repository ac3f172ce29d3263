import { foldText } from '../../server/src/lib/fold-text.ts';
import { propose } from '../../server/src/loader/draft/draft-script.ts';
import type { ClaimStub, FoundDate, ProposedEntity } from '../../server/src/loader/draft/proposal.ts';
import type { Proposals } from '../../server/src/loader/draft/write-script.ts';
import { vocabulary } from './answer-key.ts';
import type { AnswerKey, KeyedArticle } from './answer-key.ts';
import { plainMentions } from './baseline.ts';

/** How many were found of how many there are, and how many of the found ones are right. */
export interface Score {
  readonly right: number;
  readonly found: number;
  readonly expected: number;
}

export interface Measures {
  /** Named people, bodies and places: any overlap with the right kind. */
  readonly mentions: Score;
  /** The same by compromise alone. */
  readonly plain: Score;
  /** Of the right ones, those with exactly the right words. */
  readonly exact: Score;
  /** Of the right ones, those with exactly the right type, such as Company instead of Organization. */
  readonly types: Score;
  readonly sources: Score;
  /** `found`: those that were given a speaker. */
  readonly speakers: Score;
  readonly dates: Score;
  /** Pairs of entities between which a claim stands. */
  readonly pairs: Score;
  /** Of the right pairs with a type, those with a type of the key. */
  readonly relationTypes: Score;
}

/** Compares the draft of an article, made from an empty graph, with its key. */
export function measure({ name, text, key }: KeyedArticle): Measures {
  const { title = null, publisher = null, publishedAt } = key.article;
  const file = `${name}.txt`;
  const proposals = propose(text, { file, title, publisher, url: null, publishedAt, known: [], vocabulary });
  return {
    ...mentionScores(proposals, text, key),
    sources: sourceScore(proposals, key),
    speakers: speakerScore(proposals, text, key),
    dates: dateScore(proposals.dates, key),
    ...claimScores(proposals.claims, key),
  };
}

const kinds: Readonly<Record<string, string>> = {
  Person: 'person', Group: 'person', Organization: 'body', Company: 'body', Outlet: 'body', Country: 'place', Place: 'place', Facility: 'place',
}; // oxfmt-ignore

interface KeyMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** The key lists every mention in order, so that each is the next occurrence of its words. */
function placed(text: string, mentions: AnswerKey['mentions']): readonly KeyMention[] {
  let cursor = 0;
  return mentions.map(([words, type]) => {
    const start = text.indexOf(words, cursor);
    if (start < 0) throw new Error(`The key's mention "${words}" is not in the text behind ${cursor}.`);
    cursor = start + words.length;
    return { start, end: cursor, type };
  });
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** Each mention of the key with the first found one that meets it and is of its kind. */
function matches<F extends Found>(
  expected: readonly KeyMention[],
  found: readonly F[],
): { readonly score: Score; readonly pairs: readonly { readonly one: KeyMention; readonly mention: F }[] } {
  const named = expected.filter(({ type }) => type !== 'neutral');
  const counted = found.filter(
    (mention) => !expected.some((one) => one.type === 'neutral' && meets(one, mention)),
  );
  const pairs = named.flatMap((one) => {
    const mention = counted.find((other) => meets(one, other) && other.kind === kinds[one.type]);
    return mention ? [{ one, mention }] : [];
  });
  return { score: { right: pairs.length, found: counted.length, expected: named.length }, pairs };
}

function mentionScores(
  { cast }: Proposals,
  text: string,
  key: AnswerKey,
): Pick<Measures, 'mentions' | 'exact' | 'types' | 'plain'> {
  const expected = placed(text, key.mentions);
  const found = cast.mentions.flatMap(({ start, end, entity: { kind: origin, type } }) => {
    const kind = kinds[type];
    return origin === 'named' && kind !== undefined ? [{ start, end, kind, type }] : [];
  });
  const { score, pairs } = matches(expected, found);
  const exact = pairs.filter(({ one, mention }) => one.start === mention.start && one.end === mention.end);
  const typed = pairs.filter(({ one, mention }) => one.type === mention.type);
  const among = { found: pairs.length, expected: pairs.length };
  return {
    mentions: score,
    exact: { right: exact.length, ...among },
    types: { right: typed.length, ...among },
    plain: matches(expected, plainMentions(text)).score,
  };
}

function sourceScore({ cast }: Proposals, key: AnswerKey): Score {
  const found = cast.entities.filter(({ kind }) => kind === 'source');
  const right = key.sources.filter((source) =>
    found.some((entity) => isCalled(entity, [source, ...(key.names[source] ?? [])])),
  );
  return { right: right.length, found: found.length, expected: key.sources.length };
}

function speakerScore({ quotations }: Proposals, text: string, key: AnswerKey): Score {
  const keyed = key.quotations.filter(([, speaker]) => speaker !== null);
  const judged = key.quotations.map(([begin, speaker]) => {
    const quotation = quotations.find(({ start, end }) => text.slice(start + 1, end).startsWith(begin));
    const given = quotation?.speaker ?? null;
    return {
      given,
      isRight: given !== null && speaker !== null && isCalled(given, [speaker, ...namesOf(key, speaker)]),
    };
  });
  return {
    right: judged.filter(({ isRight }) => isRight).length,
    found: judged.filter(({ given }) => given !== null).length,
    expected: keyed.length,
  };
}

function dateScore(dates: readonly FoundDate[], key: AnswerKey): Score {
  const left = [...dates];
  const take = (words: string, value: string | null): boolean => {
    const index = left.findIndex(
      (date) =>
        (date.text.includes(words) || words.includes(date.text)) &&
        (value === null || valueOf(date, value.includes('/')) === value),
    );
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  const expected = key.dates.filter(([, value]) => value !== 'neutral');
  const right = expected.filter(([words, value]) => take(words, value)).length;
  for (const [words, value] of key.dates) if (value === 'neutral') take(words, null);
  return { right, found: right + left.length, expected: expected.length };
}

/** A year after "since" is a beginning; the key names the year alone. */
function valueOf({ date, from, to }: FoundDate, isRange: boolean): string {
  if (date !== null) return date;
  return isRange ? `${from ?? ''}/${to ?? ''}` : (from ?? to ?? '');
}

function claimScores(
  claims: readonly ClaimStub[],
  key: AnswerKey,
): Pick<Measures, 'pairs' | 'relationTypes'> {
  const keyed = key.claims.map(([source, type, target]) => ({
    type,
    source: [source, ...(key.names[source] ?? [])],
    target: [target, ...(key.names[target] ?? [])],
    pair: [source, target].toSorted().join('|'),
  }));
  const joins = (claim: ClaimStub, one: (typeof keyed)[number]): boolean =>
    (isCalled(claim.source, one.source) && isCalled(claim.target, one.target)) ||
    (isCalled(claim.source, one.target) && isCalled(claim.target, one.source));
  const pairs = new Map(
    claims.map((claim) => [[claim.source.id, claim.target.id].toSorted().join('|'), claim]),
  );
  const right = Array.from(pairs.values()).filter((claim) => keyed.some((one) => joins(claim, one)));
  const expected = new Set(keyed.map(({ pair }) => pair));
  const reached = new Set(
    keyed.filter((one) => claims.some((claim) => joins(claim, one))).map(({ pair }) => pair),
  );
  const typed = claims.filter(
    (claim) => claim.type !== 'ASSOCIATED_WITH' && keyed.some((one) => joins(claim, one)),
  );
  const typedRight = typed.filter((claim) =>
    keyed.some((one) => joins(claim, one) && one.type === claim.type),
  );
  return {
    pairs: { right: Math.min(right.length, reached.size), found: pairs.size, expected: expected.size },
    relationTypes: { right: typedRight.length, found: typed.length, expected: typed.length },
  };
}

function namesOf(key: AnswerKey, speaker: string): readonly string[] {
  const own = key.names[speaker];
  if (own) return own;
  return (
    Object.values(key.names).find((names) => names.some((name) => foldText(name) === foldText(speaker))) ?? []
  );
}

const plain = (name: string): string =>
  foldText(name)
    .replace(/^the /u, '')
    .replace(/ \(.*\)$/u, '');

function isCalled({ name, aliases }: ProposedEntity, names: readonly string[]): boolean {
  const own = new Set([name, ...aliases].map(plain));
  return names.some((other) => own.has(plain(other)));
}
