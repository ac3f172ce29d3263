import { type ExecutionArgs, type ExecutionResult, getOperationAST, GraphQLError } from 'graphql';

import { busy } from './admission.ts';
import type { Execute } from './execute.ts';
import type { NodeContext } from './node-context.ts';
import { sizeOf } from './size-of.ts';

export interface LengthOptions {
  /** Characters of the texts of one answer. */
  readonly max: number;
  /** The same of all answers that are not taken yet. */
  readonly maxUntaken: number;
}

/**
 * Refuses answers whose texts would be longer together than memory bears once they are written out: a long
 * text may be in an answer many times, at no more points than a short one. So it does while too much waits
 * for clients that ask and do not read.
 */
export function withinLength({ max, maxUntaken }: LengthOptions, execute: Execute): Execute {
  let untaken = 0;
  return async (execution) => {
    const result: ExecutionResult = await execute(execution);
    const length = sizeOf(result.data, { max });
    if (length > max) return { errors: [tooLong(max)] };
    const { res } = execution.contextValue as NodeContext;
    // Of a stream the next event is worked out when the one before was taken.
    if (!res || res.closed || isSubscription(execution)) return result;
    if (untaken + length > maxUntaken) return busy('Clients have not read what was answered to them.');
    untaken += length;
    res.once('close', () => (untaken -= length));
    return result;
  };
}

function isSubscription({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === 'subscription';
}

function tooLong(max: number): GraphQLError {
  return new GraphQLError(
    `The texts of the answer would have more than ${max} characters. Ask for smaller pages, and for long texts one at a time.`,
    {
      extensions: { code: 'QUERY_TOO_COSTLY', limit: 'characters', max, http: { status: 400, spec: true } },
    },
  );
}
