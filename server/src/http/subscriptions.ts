import type { ServerResponse } from 'node:http';

import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Execute } from './execute.ts';
import type { StreamGuard } from './stream-limits.ts';

export interface SubscriptionOptions {
  /** Made anew for each event: what an earlier one read would be old by now. */
  readonly createContext: () => object;
  readonly execute: Execute;
  readonly guard: StreamGuard;
}

/** What yoga puts into the context of a request that came over Node's HTTP. */
interface NodeContext {
  readonly res: ServerResponse;
}

/** Answers every event of a subscription as if it were a query of its own, with the limits of one. */
export function subscriptions({ createContext, execute, guard }: SubscriptionOptions): Plugin<NodeContext> {
  return {
    onSubscribe({ args, setSubscribeFn }) {
      setSubscribeFn(async (subscription: ExecutionArgs) => {
        const refusal = guard(args.contextValue.res);
        if (refusal) return { errors: [refusal] };
        const source = await createSourceEventStream(subscription);
        if (!(Symbol.asyncIterator in source)) return source;
        return answers(source[Symbol.asyncIterator](), (event) =>
          execute({ ...subscription, rootValue: event, contextValue: createContext() }),
        );
      });
    },
  };
}

/** By hand, because a generator that waits for the next event cannot be told that its reader has left. */
function answers(
  events: AsyncIterator<unknown>,
  answer: (event: unknown) => ExecutionResult | Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  return {
    next: async () => {
      const { done, value } = await events.next();
      return done ? { done, value: undefined } : { done: false, value: await answer(value) };
    },
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
