import { groupBy } from '../../server/src/lib/group-by.ts';
import type { RandomArticle, RandomClaim, RandomEntity, RandomGraph } from './random-graph.ts';

/**
 * What the API has to answer about a graph, worked out as the schema's descriptions say it: by going
 * through lists, without any part of the server.
 */

export type Filter = Readonly<Record<string, unknown>>;

export interface OracleRelation {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly target: string;
  readonly claims: readonly RandomClaim[];
  readonly standing: string;
  readonly originCount: number;
}

export const symmetric = ['MET'];

export type Oracle = ReturnType<typeof oracleOf>;

export function oracleOf(graph: RandomGraph) {
  const entities = new Map(graph.entities.map((one) => [one.id, one]));
  const articles = new Map(graph.articles.map((one) => [one.id, one]));
  const retractions = graph.claims.filter(({ status }) => status === 'retracted');

  const nameOf = (id: string): string => entities.get(id)?.name ?? id;
  const labelsOf = ({ label, isSource }: RandomEntity): readonly string[] => [
    'Entity',
    ...(isSource ? ['Source'] : []),
    ...(label === null ? [] : [label]),
  ];
  const typeOf = (id: string): string => entities.get(id)?.label ?? 'Entity';

  function originOf({ attributedTo, article }: RandomClaim): string | null {
    const first = entities.get(attributedTo?.[0] ?? '');
    if (first && first.anonymous !== true && first.label !== 'Outlet' && first.label !== 'Voice')
      return first.id;
    if (article === null) return null;
    const retold: string[] = [];
    for (let next = articles.get(article)?.basedOn; next && next !== article && !retold.includes(next);) {
      retold.push(next);
      next = articles.get(next)?.basedOn;
    }
    const outlets = retold.flatMap(
      (id) => articles.get(id)?.publisher?.toLowerCase().replaceAll(' ', '-') ?? [],
    );
    return outlets.some((id) => attributedTo?.includes(id)) ? (retold.at(-1) ?? null) : article;
  }

  const isWithdrawnItself = (id: string): boolean =>
    graph.claims.some((one) => one.id === id && one.status === 'retracted') ||
    retractions.some(({ disputes }) => disputes?.includes(id));
  const disputedBy = (id: string): readonly RandomClaim[] =>
    inOrder(
      graph.claims.filter(({ disputes }) => disputes?.includes(id)),
      (claim) => [claim.id],
    );

  /** Itself, or one of the same relation and origin that it retells. */
  function isWithdrawn(claim: RandomClaim, claims: readonly RandomClaim[]): boolean {
    const origin = originOf(claim);
    const retold = claims.filter(
      (other) => other.status !== 'retracted' && origin !== null && originOf(other) === origin,
    );
    return [claim, ...retold].some(({ id }) => isWithdrawnItself(id));
  }

  function weigh(claims: readonly RandomClaim[]): Pick<OracleRelation, 'standing' | 'originCount'> {
    const left = claims.filter((claim) => !isWithdrawn(claim, claims));
    const kinds = [['asserted', 'reported', null], ['planned'], ['predicted'], ['questioned'], ['opinion']];
    const strongest = kinds
      .map((kind) => left.filter(({ status }) => kind.includes(status)))
      .find((own) => own.length > 0);
    const originCount = new Set(strongest?.flatMap((claim) => originOf(claim) ?? [])).size;
    const declared = left.some(({ id, disputes }) =>
      [...(disputes ?? []), ...idsOf(disputedBy(id))].some((other) => !isWithdrawnItself(other)),
    );
    const denied = left.filter(({ status }) => status === 'denied');
    const others = left.filter(({ status }) => status !== 'denied');
    const contradicted = denied.some((one) => others.some((other) => meet(validOf(one), validOf(other))));
    const standing = claims.every(({ quote, article }) => quote === null && article === null) ? 'UNSOURCED'
      : others.length === 0 && left.length < claims.length ? 'WITHDRAWN'
      : declared || contradicted ? 'DISPUTED'
      : originCount >= 2 ? 'CORROBORATED' : 'SINGLE_ORIGIN'; // oxfmt-ignore
    return { standing, originCount };
  }

  const relations: readonly OracleRelation[] = [
    ...groupBy(graph.claims, ({ source, type, target }) => `${source}~${type}~${target}`),
  ].map(([id, claims]) => {
    const [{ source, type, target }] = claims as [RandomClaim];
    return { id, source, type, target, claims, ...weigh(claims) };
  });
  const relationOf = ({ source, type, target }: RandomClaim) =>
    relations.find(({ id }) => id === `${source}~${type}~${target}`);

  function relationPasses(relation: OracleRelation | undefined, filter: Filter): boolean {
    const { standing, minOrigins } = filter;
    return (
      relation !== undefined &&
      has(standing, [relation.standing]) &&
      relation.originCount >= Number(minOrigins ?? 0)
    );
  }

  /** Whether a claim passes; `of` is the entity whose list it is in. */
  function passes(claim: RandomClaim, filter: Filter, of?: string): boolean {
    const { source, target, type, status, article, quote } = claim;
    const speakers = claim.attributedTo ?? [];
    const other = source === of ? target : source;
    const published = dateOf(articles.get(article ?? '')?.publishedAt ?? null);
    return (
      has(filter['types'], [type]) &&
      has(filter['statuses'], [status?.toUpperCase() ?? null]) &&
      has(filter['articles'], [article]) &&
      has(filter['attributedTo'], speakers) &&
      hasNot(filter['excludeTypes'], [type]) &&
      hasNot(filter['excludeEntities'], [source, target]) &&
      hasNot(filter['excludeArticles'], [article]) &&
      hasNot(filter['excludeAttributedTo'], speakers) &&
      (of === undefined || has(filter['neighborTypes'], labelsOf(entities.get(other) as RandomEntity))) &&
      (filter['text'] === undefined || (quote !== null && folded(quote).includes(folded(textIn(filter))))) &&
      inPeriod(validOf(claim), filter, 'valid') &&
      inPeriod(published, filter, 'published') &&
      relationPasses(relationOf(claim), filter)
    );
  }

  function relationsFor(filter: Filter, of?: string, direction = 'BOTH'): readonly OracleRelation[] {
    return relations.filter(
      ({ source, type, target, claims }) =>
        claims.some((claim) => passes(claim, filter, of)) &&
        (of === undefined ||
          (direction !== 'IN' && source === of) ||
          (direction !== 'OUT' && target === of) ||
          (symmetric.includes(type) && [source, target].includes(of))),
    );
  }

  const orderOfRelations: Record<string, (one: OracleRelation) => Key> = {
    CLAIMS: ({ id, claims }) => [-claims.length, id],
    ORIGINS: ({ id, claims, originCount }) => [-originCount, -claims.length, id],
    LATEST: ({ id, claims }) => [lastOf(claims), id],
    EARLIEST: ({ id, claims }) => [firstOf(claims), id],
    TYPE: ({ id, type, source, target }) => [type, nameOf(source), nameOf(target), id],
  };

  function neighborsFor(
    of: string,
    filter: Filter,
    { direction, order }: { direction: string; order: string },
  ) {
    const groups = groupBy(relationsFor(filter, of, direction), ({ source, target }) =>
      source === of ? target : source,
    );
    const found = Array.from(groups, ([id, own]) => ({ id, relations: own.map((one) => one.id).toSorted() }));
    const claimsOf = (id: string) => groups.get(id)?.flatMap(({ claims }) => claims) ?? [];
    const origins = (id: string) => Math.max(...(groups.get(id) ?? []).map(({ originCount }) => originCount));
    const firstType = (id: string) => (groups.get(id) ?? []).map(({ type }) => type).toSorted()[0] ?? '';
    return inOrder(
      found,
      ({ id }) =>
      order === 'CLAIMS' ? [-claimsOf(id).filter((claim) => passes(claim, filter, of)).length, id]
      : order === 'ORIGINS' ? [-origins(id), -claimsOf(id).length, id]
      : order === 'LATEST' ? [lastOf(claimsOf(id)), id]
      : order === 'EARLIEST' ? [firstOf(claimsOf(id)), id]
      : [firstType(id), nameOf(id), id], // oxfmt-ignore
    );
  }

  function neighborCountsFor(of: string, filter: Filter): ReadonlyMap<string, number> {
    const found = relationsFor(filter, of).map(({ type, source, target }) => {
      const direction = symmetric.includes(type) ? 'BOTH' : source === of ? 'OUT' : 'IN';
      return `${type} ${direction} ${typeOf(source === of ? target : source)}`;
    });
    return tally(found);
  }

  const published = ({ article }: RandomClaim): number | null =>
    dateOf(articles.get(article ?? '')?.publishedAt ?? null)?.[0] ?? null;
  const began = ({ date, from, to }: RandomClaim): number | null =>
    (dateOf(date ?? from) ?? dateOf(date ?? to))?.[0] ?? null;
  const placeOf = ({ quote, article }: RandomClaim): number => {
    const place = quote === null ? -1 : (articles.get(article ?? '')?.text ?? '').indexOf(quote);
    return place < 0 ? Infinity : place;
  };
  const orderOfClaims: Record<string, (one: RandomClaim) => Key> = {
    PUBLISHED_DESC: (one) => [late(published(one), -1), one.id],
    PUBLISHED_ASC: (one) => [late(published(one), 1), one.id],
    VALID_DESC: (one) => [late(began(one), -1), one.id],
    VALID_ASC: (one) => [late(began(one), 1), one.id],
    ARTICLE_POSITION: (one) => [one.article ?? '', placeOf(one), one.id],
  };
  const claimsFor = (filter: Filter, order: string, own: readonly RandomClaim[] = graph.claims) =>
    inOrder(
      own.filter((claim) => passes(claim, filter)),
      orderOfClaims[order] ?? (() => []),
    );

  const mentioning = (id: string): readonly RandomArticle[] =>
    graph.articles.filter(({ mentions }) => mentions.includes(id));
  const latestFirst = (found: readonly RandomArticle[]) =>
    inOrder(found, ({ id, publishedAt }) => [late(dateOf(publishedAt)?.[0] ?? null, -1), id]);

  /** When articles that name an entity, or claim something about it, were published. */
  const seen = (id: string): readonly number[] =>
    [
      ...mentioning(id).map(({ publishedAt }) => dateOf(publishedAt)?.[0] ?? null),
      ...graph.claims.filter(({ source, target }) => [source, target].includes(id)).map(published),
    ].filter((moment) => moment !== null);
  const degreeOf = (id: string, filter: Filter = {}): number => relationsFor(filter, id).length;
  const orderOfEntities: Record<string, (id: string) => Key> = {
    NAME: () => [],
    DEGREE: (id) => [-degreeOf(id)],
    FIRST_SEEN: (id) => [seen(id).length === 0 ? Infinity : Math.min(...seen(id))],
    LAST_SEEN: (id) => [seen(id).length === 0 ? Infinity : -Math.max(...seen(id))],
  };

  function entitiesFor(filter: Filter, order: string): readonly RandomEntity[] {
    const { ids, types, text, mentionedIn, isSource, minDegree, maxDegree, claims } = filter;
    const fitting = graph.entities.filter((one) => {
      const called = [nameOf(one.id), ...(one.aliases ?? [])];
      return (
        has(ids, [one.id]) &&
        has(types, labelsOf(one)) &&
        (text === undefined || called.some((name) => folded(name).includes(folded(textIn(filter))))) &&
        has(
          mentionedIn,
          mentioning(one.id).map(({ id }) => id),
        ) &&
        (isSource === undefined || one.isSource === isSource) &&
        degreeOf(one.id) >= Number(minDegree ?? 0) &&
        degreeOf(one.id) <= Number(maxDegree ?? Infinity) &&
        (claims === undefined || relationsFor(claims as Filter, one.id).length > 0)
      );
    });
    return byName(fitting, (id) => orderOfEntities[order]?.(id) ?? []);
  }
  const byName = (found: readonly RandomEntity[], before: (id: string) => Key = () => []) =>
    inOrder(found, ({ id }) => [...before(id), nameOf(id), id]);

  return {
    graph, relations, nameOf, labelsOf, typeOf, originOf, disputedBy, passes, relationsFor, neighborsFor,
    neighborCountsFor, claimsFor, latestFirst, mentioning, degreeOf, entitiesFor, byName, articles, isWithdrawn,
    relationsInOrder: (order: string, found: readonly OracleRelation[]) => inOrder(found, orderOfRelations[order] ?? (() => [])),
    validOf,
  }; // oxfmt-ignore
}

export function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** What a list runs by: the first difference decides. */
export type Key = readonly (string | number)[];

export function inOrder<T>(items: readonly T[], keyOf: (item: T) => Key): readonly T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .toSorted((one, other) => compareKeys(one.key, other.key))
    .map(({ item }) => item);
}

function compareKeys(one: Key, other: Key): number {
  for (const [index, part] of one.entries()) {
    const counterpart = other[index] ?? 0;
    const order =
      typeof part === 'number'
        ? part < Number(counterpart)
          ? -1
          : part > Number(counterpart)
            ? 1
            : 0
        : Buffer.compare(Buffer.from(part), Buffer.from(String(counterpart)));
    if (order !== 0) return order;
  }
  return 0;
}

export function tally(values: Iterable<string>): ReadonlyMap<string, number> {
  return new Map(
    Array.from(
      groupBy(values, (value) => value),
      ([value, own]) => [value, own.length],
    ),
  );
}

type Interval = readonly [number, number];

/** First and last millisecond that a partial date names; null for what is none. */
export function dateOf(text: string | null): Interval | null {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.*)?)?)?$/.exec(text ?? '') ?? [];
  if (text === null || year === undefined || Number(month ?? 1) > 12) return null;
  if (time !== undefined) return [Date.parse(text), Date.parse(text)];
  const first = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  const next = new Date(first);
  if (day !== undefined) next.setUTCDate(next.getUTCDate() + 1);
  else if (month !== undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return [first, next.getTime() - 1];
}

/** Open at an end that is not known. */
function validOf({ date, from, to }: RandomClaim): Interval | null {
  const [first, last] = [dateOf(date ?? from), dateOf(date ?? to)];
  return first === null && last === null ? null : [first?.[0] ?? -Infinity, last?.[1] ?? Infinity];
}

function meet(one: Interval | null, other: Interval | null): boolean {
  return one === null || other === null || (one[0] <= other[1] && other[0] <= one[1]);
}

function inPeriod(interval: Interval | null, filter: Filter, clock: string): boolean {
  const [from, to] = [filter[`${clock}From`], filter[`${clock}To`]] as [
    string | undefined,
    string | undefined,
  ];
  if (from === undefined && to === undefined) return true;
  return (
    interval !== null &&
    meet(interval, [dateOf(from ?? null)?.[0] ?? -Infinity, dateOf(to ?? null)?.[1] ?? Infinity])
  );
}

const late = (moment: number | null, sign: number): number => (moment === null ? Infinity : sign * moment);

function has(wanted: unknown, values: readonly (string | null)[]): boolean {
  return !Array.isArray(wanted) || values.some((value) => value !== null && wanted.includes(value));
}

function hasNot(unwanted: unknown, values: readonly (string | null)[]): boolean {
  return !Array.isArray(unwanted) || !has(unwanted, values);
}

/** The earliest of their dates, and the latest with the opposite sign; without a date Infinity. */
const firstOf = (claims: readonly RandomClaim[]): number =>
  Math.min(...claims.map(({ date, from }) => dateOf(date ?? from)?.[0] ?? Infinity));
const lastOf = (claims: readonly RandomClaim[]): number =>
  Math.min(...claims.map(({ date, to }) => -(dateOf(date ?? to)?.[1] ?? -Infinity)));

function textIn({ text }: Filter): string {
  return typeof text === 'string' ? text : '';
}

/** Without regard to case, marks and the shape of quotes and dashes. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[–—]/gu, '-')
    .toLowerCase();
}
