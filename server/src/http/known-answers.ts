import { createHash } from 'node:crypto';

import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Context } from '../graphql/base/context.ts';
import type { Execute } from './execute.ts';
import { sizeOf } from './size-of.ts';

/** As measured with pages of entities: a slot, its share of an object, and what a short text takes beside its signs. */
const BYTES_PER_VALUE = 48;

export interface KnownAnswersOptions {
  /** Questions that are remembered, asked once so far. */
  readonly questions: number;
  /** What all answers together may take, and one of them. Estimated bytes. */
  readonly maxBytes: number;
  readonly maxAnswerBytes: number;
}

/**
 * Answers what was asked twice before without asking the store, as long as the store can tell that nothing
 * changed since: many open the same first screen, and notebooks run again and again. Of what is asked once no
 * answer is kept, so that a stream of ever new questions fills no memory. What has errors is worked out anew.
 */
export function withKnownAnswers(options: KnownAnswersOptions, execute: Execute): Execute {
  const { questions, maxBytes, maxAnswerBytes } = options;
  const askedOnce = new LRUCache<string, true>({ max: questions });
  const known = new LRUCache<string, ExecutionResult>({ maxSize: maxBytes, maxEntrySize: maxAnswerBytes });
  let asOf: readonly unknown[] = [];

  return async (execution) => {
    const context = execution.contextValue as Context;
    const now = context.answersAsOf();
    // Where nothing can be known, no digest is worked out.
    const question = now === null ? null : questionIn(execution);
    if (now === null || question === null) return execute(execution);
    if (!isSame(asOf, now)) known.clear();
    asOf = now;
    const found = known.get(question);
    if (found) return found;
    const isNew = !askedOnce.has(question);
    if (isNew) askedOnce.set(question, true);
    const result = await execute(execution);
    if (isNew) return result;
    const then = context.answersAsOf();
    if (!result.errors && isSame(asOf, now) && then !== null && isSame(now, then)) {
      known.set(question, result, {
        size: sizeOf(result.data, { max: maxAnswerBytes, perValue: BYTES_PER_VALUE }),
      });
    }
    return result;
  };
}

/** A digest of a query with all that its answer depends on; null for what is none. */
function questionIn({ document, operationName, variableValues }: ExecutionArgs): string | null {
  if (getOperationAST(document, operationName)?.operation !== 'query' || !document.loc) return null;
  const question = JSON.stringify([operationName, variableValues, document.loc.source.body]);
  return createHash('sha256').update(question).digest('base64');
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, n) => part === other[n]);
}
