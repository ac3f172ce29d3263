import { type ExecutionResult, GraphQLError } from 'graphql';

import type { Execute } from './execute.ts';

/**
 * Refuses answers whose texts would be longer together than memory bears once they are written out: a long
 * text may be in an answer many times, at no more points than a short one.
 */
export function withinLength(maxCharacters: number, execute: Execute): Execute {
  return async (execution) => {
    const result: ExecutionResult = await execute(execution);
    return isLonger(result.data, maxCharacters) ? { errors: [tooLong(maxCharacters)] } : result;
  };
}

/** Looks no further than it has to, and without recursion. */
function isLonger(data: unknown, max: number): boolean {
  const pending = [data];
  let length = 0;
  while (pending.length > 0 && length <= max) {
    const value = pending.pop();
    if (typeof value === 'string') length += value.length;
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) pending.push(inner);
    }
  }
  return length > max;
}

function tooLong(max: number): GraphQLError {
  return new GraphQLError(
    `The texts of the answer would have more than ${max} characters. Ask for smaller pages, and for long texts one at a time.`,
    {
      extensions: { code: 'QUERY_TOO_COSTLY', limit: 'characters', max, http: { status: 400, spec: true } },
    },
  );
}
