import { type ExecutionResult, GraphQLError } from 'graphql';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { ErrorCode } from '../graphql/base/errors.ts';
import { actualCost, requestedCost } from './cost-limit.ts';
import type { Execute } from './execute.ts';
import type { NodeContext } from './node-context.ts';

/** Programs of this machine: what they take is their user's own. */
const loopback = /^(?:::ffff:)?127\.|^::1$/;

/**
 * Executes as long as the address that asks has points left in this minute; an answer takes as many as it
 * did cost, and one more. What was begun and not waited for to its end takes what it might have cost, so that
 * asking for much and leaving is no way around. Requests from this machine itself take none.
 */
export function withinBudget(pointsPerMinute: number, execute: Execute): Execute {
  const budget = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });

  return async (execution) => {
    const address = (execution.contextValue as NodeContext).req?.socket.remoteAddress;
    if (address === undefined || loopback.test(address)) return execute(execution);
    const spent = await budget.get(address);
    if (spent !== null && spent.consumedPoints >= pointsPerMinute) {
      return usedUp(pointsPerMinute, Math.ceil(spent.msBeforeNext / 1000));
    }
    const result = await execute(execution);
    await budget.penalty(address, 1 + (wasCutOff(result) ? requestedCost(result) : actualCost(result)));
    return result;
  };
}

/** Its deadline passed, or its client left. */
function wasCutOff({ errors = [] }: ExecutionResult): boolean {
  return errors.some(({ extensions }) => cutOff.has(extensions['code']));
}

const cutOff: ReadonlySet<unknown> = new Set<ErrorCode>(['DEADLINE_EXCEEDED', 'CANCELLED']);

function usedUp(max: number, retryAfter: number): ExecutionResult {
  const error = new GraphQLError(
    `Your address has used the ${max} points that it has in a minute. Try again in ${retryAfter} seconds, and ask for smaller pages.`,
    {
      extensions: {
        code: 'RATE_LIMITED',
        limit: 'pointsPerMinute',
        max,
        retryAfter,
        http: { status: 429, headers: { 'Retry-After': String(retryAfter) } },
      },
    },
  );
  return { errors: [error] };
}
