import { claimStatuses, type ClaimStatus } from '../../model/claim.ts';
import { relationId } from '../../model/ids.ts';
import { type DateRange, parsePartialDate, type ValidTime } from '../../model/partial-date.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Row } from '../../store/values.ts';
import { type ClaimFilter, claimPasses, filterParameters, needsWeighing } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded } from '../base/errors.ts';
import { limits } from '../base/limits.ts';
import { periodOf } from '../base/period.ts';
import { publicationsOf } from '../base/publication-dates.ts';
import { tooManyToWeigh, weighedRelations } from '../base/relation-list.ts';
import { numberOf } from '../base/row-values.ts';
import { type CountedClaims, cutTo } from './buckets.ts';
import { publications, publicationsAbout, validTimes, validTimesAbout } from './statements.ts';

export type Clock = 'VALID' | 'PUBLISHED';

export interface ClaimsAsked {
  /** Entities of which one has to be at an end; null for all claims. */
  readonly about: readonly string[] | null;
  readonly filter: ClaimFilter | null | undefined;
  readonly clock: Clock;
}

/** Claims that say the same of their time, their article and their status. */
interface TimedClaims extends ValidTime {
  readonly article: string | null;
  readonly status: ClaimStatus | null;
  readonly count: number;
}

/** The claims that pass, by the time that the clock shows. Throws LIMIT_EXCEEDED, BAD_USER_INPUT. */
export async function countedClaims(context: Context, asked: ClaimsAsked): Promise<readonly CountedClaims[]> {
  const claims = needsWeighing(asked.filter)
    ? await weighedClaims(context, asked)
    : await storedClaims(context, asked);
  const period = periodOf(asked.filter, asked.clock === 'VALID' ? 'valid' : 'published');
  const rangeOf = asked.clock === 'VALID' ? knownRange : await publishedRange(context);
  return claims.map((one) => {
    const range = rangeOf(one);
    return { range: range && cutTo(period, range), status: one.status, count: one.count };
  });
}

async function storedClaims(
  context: Context,
  { about, filter, clock }: ClaimsAsked,
): Promise<readonly TimedClaims[]> {
  const max = limits.timelineDates;
  const parameters = { limit: max + 1, ...(await filterParameters(context, filter)) };
  const [everything, those] =
    clock === 'VALID' ? [validTimes, validTimesAbout] : [publications, publicationsAbout];
  const rows =
    about === null
      ? await context.read(everything, parameters)
      : await context.read(those, { ...parameters, about });
  if (rows.length <= max) return rows.map(timedClaims);
  throw limitExceeded({
    limit: 'different dates',
    value: rows.length,
    max,
    remedy: 'Narrow the claims by about or filter.',
  });
}

function timedClaims(row: Row): TimedClaims {
  return {
    date: textOf(row['date']),
    from: textOf(row['validFrom']),
    to: textOf(row['validTo']),
    article: textOf(row['article']),
    status: claimStatuses.find((status) => status === row['status']) ?? null,
    count: numberOf(row['count']),
  };
}

/** The same where relations have to be weighed to tell which claims pass. */
async function weighedClaims(
  context: Context,
  { about, filter }: ClaimsAsked,
): Promise<readonly TimedClaims[]> {
  const lists = await Promise.all(
    (about ?? [null]).map((entity) => weighedRelations(context, { entity, direction: 'BOTH', filter })),
  );
  const relations = lists.flatMap((list) => {
    if (list === null) throw tooManyToWeigh();
    return list.map((relation) => [relationId(relation.key), relation] as const);
  });
  const passes = await claimPasses(context, filter);
  return [...new Map(relations).values()]
    .flatMap(({ claims }) => claims.map(({ claim }) => claim))
    .filter(passes)
    .map((claim) => ({ ...claim, count: 1 }));
}

/** From the first moment of its beginning to the last of its end; where only one is known, that alone. */
function knownRange({ date, from, to }: ValidTime): DateRange | null {
  const first = parsePartialDate(date ?? from ?? '');
  const last = parsePartialDate(date ?? to ?? '');
  const [begin, end] = [first ?? last, last ?? first];
  return begin && end && { min: begin.min, max: end.max };
}

async function publishedRange(context: Context) {
  const dates = await publicationsOf(context);
  return ({ article }: TimedClaims): DateRange | null => dates.get(article ?? '') ?? null;
}
