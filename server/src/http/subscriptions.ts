import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { clientGone, type CreateContext } from './deadline.ts';
import type { Execute } from './execute.ts';
import type { NodeContext } from './node-context.ts';
import type { StreamGuard } from './stream-limits.ts';

export interface SubscriptionOptions {
  readonly createContext: CreateContext;
  /** Gives each event a context of its own: what an earlier one read would be old by now. */
  readonly execute: Execute;
  readonly guard: StreamGuard;
  /** Why its events would cost too much, or null. */
  readonly refusalOf: (subscription: ExecutionArgs) => GraphQLError | null;
}

/** Answers every event of a subscription as if it were a query of its own, with the limits of one. */
export function subscriptions(options: SubscriptionOptions): Plugin<Required<Pick<NodeContext, 'res'>>> {
  const { createContext, execute, guard, refusalOf } = options;
  return {
    onSubscribe({ args, setSubscribeFn }) {
      const { res } = args.contextValue;
      setSubscribeFn(async (subscription: ExecutionArgs) => {
        const refusal = refusalOf(subscription) ?? guard(res);
        if (refusal) return { errors: [refusal] };
        const leaving = new AbortController();
        res.once('close', () => leaving.abort(clientGone()));
        const source = await createSourceEventStream({
          ...subscription,
          contextValue: { ...args.contextValue, ...createContext({ signal: leaving.signal }) },
        });
        if (!(Symbol.asyncIterator in source)) return source;
        return answers(source[Symbol.asyncIterator](), (event) =>
          execute({ ...subscription, rootValue: event }),
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
