import { type ExecutionResult, GraphQLError } from 'graphql';

import type { Execute } from './execute.ts';
import type { NodeContext } from './node-context.ts';

/** What one answer's resolvers share. */
export interface ContextRequest {
  /** Aborted when nobody waits for the answer any more: what it asked of the store ends then. */
  readonly signal: AbortSignal;
}

export type CreateContext = (asked: ContextRequest) => object;

export interface DeadlineOptions {
  /** Milliseconds. */
  readonly afterMs: number;
  /** What to do then, as a sentence. */
  readonly remedy: string;
  readonly createContext: CreateContext;
}

/**
 * Answers what takes too long with an error instead of keeping the client waiting. Executes in a context
 * whose signal is aborted when the deadline passes, when the client leaves, and when the answer was decided
 * otherwise, so that nothing of it runs on.
 */
export function withinTime(options: DeadlineOptions, execute: Execute): Execute {
  const { afterMs, createContext } = options;
  return async (execution) => {
    const ending = new AbortController();
    const { res } = execution.contextValue as NodeContext;
    let stop: (error: GraphQLError) => void = () => undefined;
    const stopped = new Promise<ExecutionResult>((resolve) => {
      stop = (error) => {
        ending.abort(error);
        resolve({ errors: [error] });
      };
    });
    const timer = setTimeout(() => stop(tooLate(options)), afterMs);
    const leave = (): void => stop(clientGone());
    res?.once('close', leave);
    if (res?.destroyed) leave();
    try {
      const own = createContext({ signal: ending.signal });
      const contextValue = { ...(execution.contextValue as object), ...own };
      return await Promise.race([execute({ ...execution, contextValue }), stopped]);
    } finally {
      clearTimeout(timer);
      res?.off('close', leave);
      ending.abort(answered);
    }
  };
}

function tooLate({ afterMs, remedy }: DeadlineOptions): GraphQLError {
  return new GraphQLError(`This took longer than ${afterMs / 1000} seconds. ${remedy}`, {
    extensions: { code: 'DEADLINE_EXCEEDED', http: { status: 503 } },
  });
}

/** Why work ends for whom nobody can be told. */
export function clientGone(): GraphQLError {
  return new GraphQLError('The client has left.', { extensions: { code: 'CANCELLED' } });
}

/** Made once: every answer ends with it. */
const answered = new GraphQLError('The answer was given without this.', {
  extensions: { code: 'CANCELLED' },
});
