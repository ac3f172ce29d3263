import { z } from 'zod';

import type { LoadProgress } from '../loader/report.ts';
import { ScriptError, type ScriptProblem } from '../loader/script-problem.ts';
import { UnknownArticleError } from '../loader/unload.ts';
import { StoreError, type StoreErrorDetails } from '../store/store-error.ts';
import type { JobResults } from './job.ts';

/** What ended a job, as data: `errorOf` makes the error again that was thrown. */
export type JobFailure =
  | { readonly kind: 'store'; readonly details: Omit<StoreErrorDetails, 'cause'> }
  | { readonly kind: 'script'; readonly problems: readonly ScriptProblem[] }
  | { readonly kind: 'article'; readonly article: string; readonly message: string; readonly hint: string }
  | { readonly kind: 'unexpected'; readonly message: string };

/** What the process that does a job sends to the one that gave it, one line each. */
export type JobMessage =
  | { readonly event: 'progress'; readonly progress: LoadProgress }
  | { readonly event: 'text'; readonly text: string }
  | { readonly event: 'result'; readonly result: JobResults[keyof JobResults] }
  | { readonly event: 'failure'; readonly failure: JobFailure };

const envelope = z.discriminatedUnion('event', [
  z.object({ event: z.literal('progress'), progress: z.object({ kind: z.string() }) }),
  z.object({ event: z.literal('text'), text: z.string() }),
  z.object({ event: z.literal('result'), result: z.union([z.object(), z.array(z.unknown())]) }),
  z.object({ event: z.literal('failure'), failure: z.object({ kind: z.string() }) }),
]);

/** A line that arrived; null for the empty ones that only keep the connection awake. Throws SyntaxError or ZodError. */
export function parseMessage(line: string): JobMessage | null {
  if (line === '') return null;
  const content: unknown = JSON.parse(line);
  envelope.parse(content);
  // Written by the same program, in the process that holds the token.
  return content as JobMessage;
}

export function failureOf(error: unknown): JobFailure {
  if (error instanceof StoreError) {
    const { code, message, hint, position } = error;
    return { kind: 'store', details: { code, message, hint, position } };
  }
  if (error instanceof ScriptError) return { kind: 'script', problems: error.problems };
  if (error instanceof UnknownArticleError) {
    const { article, message, hint } = error;
    return { kind: 'article', article, message, hint };
  }
  return { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

/** The same error as if the work had been done here. */
export function errorOf(failure: JobFailure): Error {
  switch (failure.kind) {
    case 'store':
      return new StoreError(failure.details);
    case 'script':
      return new ScriptError(failure.problems);
    case 'article':
      return new UnknownArticleError(failure.article, failure);
    case 'unexpected':
      return new Error(failure.message);
  }
}
