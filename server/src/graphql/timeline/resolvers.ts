import { bounded } from '../base/bounded.ts';
import type { Capability } from '../base/capability.ts';
import type { ClaimFilter } from '../base/claim-filter.ts';
import type { Context } from '../base/context.ts';
import { limitExceeded } from '../base/errors.ts';
import { limits } from '../base/limits.ts';
import { bucketCount, type CountedClaims, timelineOf } from './buckets.ts';
import { type Clock, countedClaims } from './claim-times.ts';
import { schema } from './schema.ts';
import { publications, publicationsAbout, validTimes, validTimesAbout } from './statements.ts';
import { type TimeUnit, timeUnits } from './time-unit.ts';

interface TimelineArguments {
  readonly about?: readonly string[] | null;
  readonly filter?: ClaimFilter | null;
  readonly clock?: Clock | null;
  readonly unit?: TimeUnit | null;
}

export const timeline: Capability = {
  schema,
  statements: [validTimes, validTimesAbout, publications, publicationsAbout],
  resolvers: {
    Query: {
      timeline: async (_: unknown, asked: TimelineArguments, context: Context) => {
        const { about = null, filter } = asked;
        const clock = asked.clock ?? 'VALID';
        const unit = asked.unit ?? 'MONTH';
        bounded({
          limit: 'about',
          value: about?.length ?? 0,
          max: limits.ids,
          remedy: 'Ask in several parts.',
        });
        const claims = await countedClaims(context, { about, filter, clock });
        const value = bucketCount(claims, unit);
        if (value > limits.timelineBuckets) throw tooManyBuckets(claims, { clock, unit, value });
        return timelineOf(claims, unit);
      },
    },
  },
};

interface Asked {
  readonly clock: Clock;
  readonly unit: TimeUnit;
  readonly value: number;
}

function tooManyBuckets(claims: readonly CountedClaims[], { clock, unit, value }: Asked): Error {
  const max = limits.timelineBuckets;
  const fitting = timeUnits.find((other) => bucketCount(claims, other) <= max);
  const narrow = `${clock === 'VALID' ? 'validFrom and validTo' : 'publishedFrom and publishedTo'} in the filter.`;
  return limitExceeded({
    limit: `buckets by ${unit}`,
    value,
    max,
    remedy:
      fitting === undefined ? `Narrow them by ${narrow}` : `Ask by ${fitting}, or narrow them by ${narrow}`,
  });
}
