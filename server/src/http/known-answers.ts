import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Context } from '../graphql/base/context.ts';
import type { Execute } from './execute.ts';

export interface KnownAnswersOptions {
  /** What all answers together may take, and one of them. Estimated bytes. */
  readonly maxBytes: number;
  readonly maxAnswerBytes: number;
}

/**
 * Answers what was asked before without asking the store, as long as the store can tell that nothing changed
 * since: many open the same first screen, and notebooks run again and again. What has errors is worked out anew.
 */
export function withKnownAnswers(options: KnownAnswersOptions, execute: Execute): Execute {
  const { maxBytes, maxAnswerBytes } = options;
  const known = new LRUCache<string, ExecutionResult>({ maxSize: maxBytes, maxEntrySize: maxAnswerBytes });
  let asOf: readonly unknown[] = [];

  return async (execution) => {
    const question = questionIn(execution);
    const now = question === null ? null : (execution.contextValue as Context).answersAsOf();
    if (question === null || now === null) return execute(execution);
    if (!isSame(asOf, now)) known.clear();
    asOf = now;
    const found = known.get(question);
    if (found) return found;
    const result = await execute(execution);
    const then = (execution.contextValue as Context).answersAsOf();
    if (!result.errors && isSame(asOf, now) && then !== null && isSame(now, then)) {
      known.set(question, result, { size: 512 + question.length + sizeOf(result.data, maxAnswerBytes) });
    }
    return result;
  };
}

/** A query with all that its answer depends on; null for what is none. */
function questionIn({ document, operationName, variableValues }: ExecutionArgs): string | null {
  if (getOperationAST(document, operationName)?.operation !== 'query' || !document.loc) return null;
  return JSON.stringify([operationName, variableValues, document.loc.source.body]);
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, n) => part === other[n]);
}

/** About what it takes in memory, as far as it matters: counting ends above the maximum. Without recursion. Bytes. */
function sizeOf(data: unknown, max: number): number {
  const pending = [data];
  let size = 0;
  while (pending.length > 0 && size <= max) {
    const value = pending.pop();
    size += 16;
    if (typeof value === 'string') size += value.length;
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) pending.push(inner);
    }
  }
  return size;
}
