import type { ClaimStatus } from '../../model/claim.ts';
import type { PathRank } from '../../model/paths.ts';
import { bounded } from '../base/bounded.ts';
import type { ClaimFilter } from '../base/claim-filter.ts';
import { requestError } from '../base/errors.ts';
import { limits } from '../base/limits.ts';

export interface PathArguments {
  readonly between: readonly string[];
  readonly k?: number | null;
  readonly maxLength?: number | null;
  readonly filter?: ClaimFilter | null;
  readonly directed?: boolean | null;
  readonly maxDegree?: number | null;
  readonly rankBy?: PathRank | null;
}

/** What is looked for, within its limits. */
export interface PathQuery {
  /** Different ids, in the order in which they were named. */
  readonly ends: readonly string[];
  readonly k: number;
  readonly maxLength: number;
  readonly filter: ClaimFilter | null;
  /** Statuses of claims that carry no path. */
  readonly without: readonly ClaimStatus[];
  readonly directed: boolean;
  readonly maxDegree: number | null;
  readonly rankBy: PathRank;
}

/** Reads the arguments of `Query.paths`. Throws LIMIT_EXCEEDED or BAD_USER_INPUT. */
export function pathQueryOf(asked: PathArguments): PathQuery {
  const { between, k, maxLength, filter, directed, maxDegree, rankBy } = asked;
  const ends = [...new Set(between)];
  if (ends.length < 2) {
    throw requestError(
      'BAD_USER_INPUT',
      'Paths run between different entities. Name two to five in between.',
    );
  }
  const remedy = 'Ask for some of them at a time.';
  bounded({ limit: 'between', value: ends.length, max: limits.pathEnds, remedy });
  return {
    ends,
    k: bounded({
      limit: 'k',
      value: k ?? 5,
      min: 1,
      max: limits.paths,
      remedy: 'Narrow the filter instead.',
    }),
    maxLength: bounded({
      limit: 'maxLength',
      value: maxLength ?? 4,
      min: 1,
      max: limits.pathLength,
      remedy: 'Look for paths from an entity half-way.',
    }),
    filter: filter ?? null,
    without: filter?.statuses ? [] : ['denied', 'retracted'],
    directed: directed ?? false,
    maxDegree:
      typeof maxDegree === 'number'
        ? bounded({ limit: 'maxDegree', value: maxDegree, max: Number.MAX_SAFE_INTEGER })
        : null,
    rankBy: rankBy ?? 'SHORTEST',
  };
}
