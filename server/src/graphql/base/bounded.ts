import { limitExceeded, requestError } from './errors.ts';

interface Bounded {
  /** Name of the argument. */
  readonly limit: string;
  readonly value: number;
  /** 0 unless said otherwise. */
  readonly min?: number;
  readonly max: number;
  /** What to do instead of asking for more, as a sentence. */
  readonly remedy?: string;
}

/** The value of an argument that has limits. Throws BAD_USER_INPUT below them and LIMIT_EXCEEDED above. */
export function bounded({ limit, value, min = 0, max, remedy }: Bounded): number {
  if (value < min) throw requestError('BAD_USER_INPUT', `${limit} is ${value}. Give ${min} or more.`);
  if (value <= max) return value;
  throw limitExceeded({
    limit,
    value,
    max,
    remedy: remedy ?? 'Ask for a part, and grow it from there.',
  });
}
