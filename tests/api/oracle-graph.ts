import {
  dateOf,
  type Filter,
  idsOf,
  inOrder,
  type Key,
  type Oracle,
  type OracleRelation,
  symmetric,
  tally,
} from './oracle.ts';
import type { RandomClaim } from './random-graph.ts';

/** What the questions about more than one list have to answer: see `oracleOf`. */

const DAY = 86_400_000;
const YEAR_0 = Date.parse('0000-01-01T00:00:00Z');

/** First day of the unit that a moment is in. */
function unitOf(moment: number, unit: string): string {
  const date = new Date(moment);
  if (unit === 'WEEK') date.setTime(moment - ((date.getUTCDay() + 6) % 7) * DAY);
  if (unit === 'MONTH') date.setUTCDate(1);
  if (unit === 'QUARTER') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3), 1);
  if (unit === 'YEAR') date.setUTCMonth(0, 1);
  return new Date(Math.max(date.getTime(), YEAR_0)).toISOString().slice(0, 10);
}

function daysOf([first, last]: readonly [number, number]): readonly number[] {
  const start = Math.floor(first / DAY);
  return Array.from({ length: Math.floor(last / DAY) - start + 1 }, (_, day) => (start + day) * DAY);
}

export interface TimelineAsked {
  readonly about: readonly string[] | null;
  readonly filter: Filter;
  readonly clock: string;
  readonly unit: string;
}

export function timelineFor(oracle: Oracle, { about, filter, clock, unit }: TimelineAsked) {
  const claims = oracle.graph.claims.filter((claim) => {
    const ends = about?.filter((id) => [claim.source, claim.target].includes(id)) ?? [undefined];
    return ends.some((end) => oracle.passes(claim, filter, end));
  });
  const bound = (end: string, open: number, side: 0 | 1): number =>
    dateOf((filter[`${clock === 'VALID' ? 'valid' : 'published'}${end}`] as string | undefined) ?? null)?.[
      side
    ] ?? open;
  const [min, max] = [bound('From', -Infinity, 0), bound('To', Infinity, 1)];
  const ranges = claims
    .map((claim) => rangeOf(oracle, claim, clock))
    .map((range) => {
      if (range === null) return null;
      const ends = range.map((moment) => Math.min(Math.max(moment, min), max));
      return [Math.min(...ends), Math.max(...ends)] as const;
    });
  const units = ranges.map((range) =>
    range === null ? [] : [...new Set(daysOf(range).map((day) => unitOf(day, unit)))],
  );
  return {
    undated: ranges.filter((range) => range === null).length,
    spanning: units.filter(({ length }) => length > 1).length,
    totalClaims: claims.length,
    counts: Object.fromEntries(tally(units.flat())),
    statusCounts: Object.fromEntries(
      tally(
        units.flatMap((own, index) =>
          own.map((start) => `${start} ${claims[index]?.status?.toUpperCase() ?? null}`),
        ),
      ),
    ),
  };
}

function rangeOf({ articles }: Oracle, { date, from, to, article }: RandomClaim, clock: string) {
  if (clock === 'PUBLISHED') return dateOf(articles.get(article ?? '')?.publishedAt ?? null);
  const [first, last] = [dateOf(date ?? from), dateOf(date ?? to)];
  const [begin, end] = [first ?? last, last ?? first];
  return begin && end && ([begin[0], end[1]] as const);
}

/** How many buckets it takes from the first of some days to the last, or a few more. */
export function bucketCount(starts: readonly string[], unit: string): number {
  const moments = starts.map((start) => Date.parse(start));
  const days = (Math.max(...moments) - Math.min(...moments)) / DAY;
  return days / ({ DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365 }[unit] ?? 1) + 1;
}

export interface PathsAsked {
  readonly between: readonly string[];
  readonly maxLength: number;
  readonly filter: Filter;
  readonly directed: boolean;
  readonly maxDegree: number | null;
  readonly rankBy: string;
}

interface Carrier {
  readonly relation: OracleRelation;
  readonly support: number;
  readonly origins: number;
}

/** All paths, best first, as the ids that they pass through, with what each is worth. */
export function pathsFor(
  oracle: Oracle,
  { between, maxLength, filter, directed, maxDegree, rankBy }: PathsAsked,
) {
  const carriers = oracle.relations.flatMap((relation) => carrierOf(oracle, relation, filter));
  const isVoice = (id: string): boolean =>
    ['Source', 'Voice'].every((label) => {
      const entity = oracle.graph.entities.find((one) => one.id === id);
      return entity !== undefined && oracle.labelsOf(entity).includes(label);
    });
  const hopsFrom = (from: string): ReadonlyMap<string, Carrier> => {
    const leads = carriers.flatMap((carrier): [string, Carrier][] => {
      const { source, target, type } = carrier.relation;
      if (source === target) return [];
      const back = !directed || symmetric.includes(type);
      return source === from ? [[target, carrier]] : target === from && back ? [[source, carrier]] : [];
    });
    const ranked = inOrder(leads, ([, { relation, support, origins }]) => [
      -support,
      -origins,
      -relation.claims.length,
      relation.id,
    ]);
    return new Map(ranked.toReversed());
  };
  const degreeOf = (id: string): number => reachable(oracle, id, { filter, between, isVoice });
  const found: { nodes: readonly string[]; hops: readonly Carrier[] }[] = [];
  const walk = (nodes: readonly string[], hops: readonly Carrier[], to: string): void => {
    const last = nodes.at(-1) ?? '';
    if (last === to) found.push({ nodes, hops });
    else if (hops.length < maxLength && (hops.length === 0 || !between.includes(last))) {
      for (const [next, carrier] of hopsFrom(last)) {
        const barred =
          next !== to &&
          (between.includes(next) || isVoice(next) || (maxDegree !== null && degreeOf(next) > maxDegree));
        if (!barred && !nodes.includes(next)) walk([...nodes, next], [...hops, carrier], to);
      }
    }
  };
  for (const [index, from] of between.entries())
    for (const to of between.slice(index + 1)) walk([from], [], to);
  return inOrder(found, ({ nodes, hops }): Key => {
    const support = Math.min(...hops.map((hop) => hop.support));
    const weakest = hops.filter((hop) => hop.support === support);
    const evidence = [-support, weakest.length, -Math.min(...weakest.map(({ origins }) => origins))];
    return [...(rankBy === 'SHORTEST' ? [hops.length, ...evidence] : [...evidence, hops.length]), ...nodes];
  }).map(({ nodes, hops }) => ({
    nodes,
    relations: hops.map(({ relation }) => relation.id),
    support: Math.min(...hops.map((hop) => hop.support)),
  }));
}

const carries = (filter: Filter, { status }: RandomClaim): boolean =>
  filter['statuses'] !== undefined || (status !== 'denied' && status !== 'retracted');

/** A relation with the support of its claims that pass and that nobody withdrew. */
function carrierOf(oracle: Oracle, relation: OracleRelation, filter: Filter): readonly Carrier[] {
  const passing = relation.claims.filter(
    (claim) => oracle.passes(claim, { ...filter, neighborTypes: undefined }) && carries(filter, claim),
  );
  const left = passing.filter((claim) => !oracle.isWithdrawn(claim, relation.claims));
  if (passing.length === 0 || (left.length === 0 && filter['statuses'] === undefined)) return [];
  const rungs = [['asserted'], ['reported', null], ['planned', 'predicted'], ['questioned', 'opinion']];
  const [index, deciding] = [...rungs.entries()]
    .map(([place, own]) => [place, left.filter(({ status }) => own.includes(status))] as const)
    .find(([, own]) => own.length > 0) ?? [3, []];
  const origins = new Set(deciding.flatMap((claim) => oracle.originOf(claim) ?? [])).size;
  const rung = [[4, 5], [2, 3], [1, 1], [0, 0]][index]?.[origins > 1 ? 1 : 0] ?? 0; // oxfmt-ignore
  return [{ relation, support: Math.max(0, rung - (relation.standing === 'DISPUTED' ? 1 : 0)), origins }];
}

/** How many relations that pass an entity has, those to voices left out. */
function reachable(
  oracle: Oracle,
  id: string,
  {
    filter,
    between,
    isVoice,
  }: { filter: Filter; between: readonly string[]; isVoice: (id: string) => boolean },
): number {
  return oracle.relations.filter(({ source, target, claims }) => {
    if (![source, target].includes(id)) return false;
    const other = source === id ? target : source;
    if (isVoice(other) && !between.includes(other)) return false;
    const own = { ...filter, standing: undefined, minOrigins: undefined, neighborTypes: undefined };
    return claims.some((claim) => oracle.passes(claim, own) && carries(filter, claim));
  }).length;
}

/** Entities with relations that pass to each of some others, and these relations. */
export function commonFor(oracle: Oracle, of: readonly string[], filter: Filter) {
  const found = oracle.graph.entities.flatMap(({ id }) => {
    const lists = of.map((one) => {
      const own = oracle.relationsFor(filter, one);
      return own.filter(({ source, target }) => (source === one ? target : source) === id);
    });
    const claims = lists.flatMap((own, index) =>
      own.flatMap((one) => one.claims.filter((claim) => oracle.passes(claim, filter, of[index]))),
    );
    const isCommon = !of.includes(id) && lists.every(({ length }) => length > 0);
    return isCommon ? [{ id, relations: idsOf(lists.flat()).toSorted(), claims: claims.length }] : [];
  });
  const ordered = inOrder(found, ({ id, claims }) => [-claims, id]);
  return ordered.map(({ id, relations }) => ({ id, relations }));
}

/** Ids within a distance of some seeds, by distance. */
export function levelsFrom(
  oracle: Oracle,
  { seeds, depth, filter }: { seeds: readonly string[]; depth: number; filter: Filter },
): readonly (readonly string[])[] {
  const known = new Set(seeds);
  const levels = [[...known]];
  for (let level = 0; level < depth; level += 1) {
    const next = new Set<string>();
    for (const id of levels.at(-1) ?? []) {
      for (const { source, target } of oracle.relationsFor({ ...filter, neighborTypes: undefined }, id)) {
        for (const end of [source, target]) if (!known.has(end)) next.add(end);
      }
    }
    for (const id of next) known.add(id);
    levels.push([...next]);
  }
  return levels;
}
