import type { ApiError } from '../api/api-error.ts';
import type { Messages } from '../i18n/en.ts';
import type { Failure } from './explorer-state.ts';

export interface FailedActivity {
  readonly error: ApiError;
  /** Such as "Expanding CIA". */
  readonly activity: string;
  readonly elapsedMs: number;
  readonly retry: () => void;
  readonly messages: Messages;
}

/** A failed question in the user's words. */
export function failureOf({ error, activity, elapsedMs, retry, messages }: FailedActivity): Failure {
  const { failures } = messages;
  return {
    title: failures.failed(activity, Math.round(elapsedMs / 1_000)),
    detail: `${reasonOf(error, failures)} ${failures.canvasUntouched}`,
    reference: [error.code, error.reference].filter((part) => part !== null).join(' '),
    retry,
  };
}

function reasonOf(error: ApiError, failures: Messages['failures']): string {
  switch (error.code) {
    case 'UNREACHABLE':
      return failures.unreachable;
    case 'STORE_UNAVAILABLE':
      return failures.storeUnavailable;
    case 'DEADLINE_EXCEEDED':
      return failures.deadline;
    case 'LIMIT_EXCEEDED':
    case 'QUERY_TOO_COSTLY':
    case 'QUERY_TOO_DEEP':
      return failures.limit;
    case 'RATE_LIMITED':
      return failures.rateLimited(error.retryAfter);
    case 'UNAUTHENTICATED':
      return failures.unauthenticated;
    case 'FORBIDDEN':
      return failures.forbidden;
    case 'NOT_FOUND':
      return failures.notFound;
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'BAD_USER_INPUT':
    case 'BAD_REQUEST':
    case 'OPERATION_RESOLUTION_FAILURE':
    case 'INVALID_CURSOR':
    case 'UNSUPPORTED_BY_STORE':
    case 'BAD_ANSWER':
      return failures.versions;
    case 'INTERNAL_SERVER_ERROR':
    case 'CANCELLED':
      return failures.unexpected;
  }
}
