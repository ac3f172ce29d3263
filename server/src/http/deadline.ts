import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Execute } from './execute.ts';

/**
 * Answers a query that takes too long with an error instead of keeping the client waiting. What it had
 * asked of the store ends by the store's own, shorter time limit.
 */
export function deadline(afterMs: number): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(withinTime(afterMs, executeFn));
    },
  };
}

/** Executes with the deadline. */
export function withinTime(afterMs: number, execute: Execute): Execute {
  return async (execution) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ExecutionResult>((resolve) => {
      timer = setTimeout(() => resolve({ errors: [tooLate(afterMs)] }), afterMs);
    });
    try {
      return await Promise.race([execute(execution), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function tooLate(afterMs: number): GraphQLError {
  return new GraphQLError(
    `The query took longer than ${afterMs / 1000} seconds. Ask for less: fewer nodes, fewer hops or a smaller page.`,
    { extensions: { code: 'DEADLINE_EXCEEDED', http: { status: 503 } } },
  );
}
