import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { errorCodes } from '../graphql/base/errors.ts';
import type { Execute } from './execute.ts';
import type { Observer } from './observer.ts';

const known: ReadonlySet<unknown> = new Set(errorCodes);

/** Tells how each query came out, those as well that were refused before anything ran. */
export function observeOperations(observer: Observer): Plugin {
  const began = new WeakMap<Request, number>();
  return {
    onParams: ({ request }) => {
      began.set(request, performance.now());
    },
    onResultProcess: ({ request, result }) => {
      // The events of a subscription are told one by one.
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      const now = performance.now();
      observer.operation({ outcome: outcomeOf(result), ms: now - (began.get(request) ?? now) });
    },
  };
}

/** Tells how each execution came out. */
export function observed(observer: Observer, execute: Execute): Execute {
  return async (execution) => {
    const began = performance.now();
    const result = await execute(execution);
    observer.operation({ outcome: outcomeOf(result), ms: performance.now() - began });
    return result;
  };
}

/** One of few words, whatever errors carry. */
function outcomeOf({ errors }: Pick<ExecutionResult, 'errors'>): string {
  if (errors === undefined || errors.length === 0) return 'OK';
  const code = errors[0]?.extensions['code'];
  return typeof code === 'string' && known.has(code) ? code : 'INTERNAL_SERVER_ERROR';
}
